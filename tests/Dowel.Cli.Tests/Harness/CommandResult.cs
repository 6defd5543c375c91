namespace Dowel.Cli.Tests;

/// <summary>What a command line answered.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
