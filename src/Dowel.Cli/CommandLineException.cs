using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>The command cannot be carried out as it was given; says why and which exit code that is.</summary>
internal sealed class CommandLineException : Exception
{
    /// <summary>Takes what is wrong.</summary>
    /// <param name="errors">At least one error.</param>
    public CommandLineException(params IReadOnlyList<DowelError> errors)
        : base(errors[0].Problem) => Errors = errors;

    /// <summary>All that is wrong; never empty.</summary>
    public IReadOnlyList<DowelError> Errors { get; }

    /// <summary>The exit code, usage unless said otherwise.</summary>
    public int ExitCode { get; init; } = ExitCodes.Usage;
}
