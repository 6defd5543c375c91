namespace Dowel.Cli;

/// <summary>Where the command line runs: its streams, its environment and its clock. Tests bring their own.</summary>
/// <remarks>Relative paths are below the process's working folder.</remarks>
internal sealed record Surroundings
{
    /// <summary>Takes results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Takes errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Reads a person's answer; null where there is none.</summary>
    public Func<string?> ReadAnswer { get; init; } = static () => null;

    /// <summary>Whether a person reads the output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person reads the errors.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>The terminal's width in columns, asked only where something is drawn.</summary>
    public Func<int> Width { get; init; } = static () => 80;

    /// <summary>Gives an environment variable, or null.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether colours are unwanted here (https://no-color.org).</summary>
    public bool IsColourUnwanted => !string.IsNullOrEmpty(Environment("NO_COLOR"));
}
