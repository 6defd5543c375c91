using Workspaces;

namespace SystemsHost;

/// <summary>How the agent of a project stands.</summary>
/// <param name="Status">What it is doing.</param>
/// <param name="Goal">What it is to do.</param>
/// <param name="Step">How many steps it has taken.</param>
/// <param name="Notes">What it remembers.</param>
/// <param name="UpdatedAt">When that was written.</param>
internal sealed record AgentView(AgentStatus Status, string Goal, int Step, IReadOnlyList<string> Notes, DateTimeOffset UpdatedAt)
{
    /// <summary>Shows the state of an agent.</summary>
    /// <param name="state">The state.</param>
    /// <returns>What its owner sees.</returns>
    public static AgentView Of(AgentState state) => new(state.Status, state.Progress.Goal, state.Progress.Step, state.Progress.Notes, state.UpdatedAt);
}
