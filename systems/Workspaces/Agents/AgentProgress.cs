namespace Workspaces;

/// <summary>What an agent knows of its work.</summary>
/// <param name="Goal">What it is to do.</param>
/// <param name="Step">How many steps it has taken.</param>
/// <param name="Notes">What it remembers.</param>
public sealed record AgentProgress(string Goal, int Step, IReadOnlyList<string> Notes);
