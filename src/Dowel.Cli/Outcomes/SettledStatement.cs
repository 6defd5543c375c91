namespace Dowel.Cli;

/// <summary>A statement that is no longer in doubt, in JSON.</summary>
internal sealed record SettledStatement(string Script, int Number);
