using System.CommandLine;

namespace Dowel.Cli;

/// <summary>A command with an example for its help, and what it does.</summary>
internal sealed class DowelCommand : Command
{
    /// <summary>Names a command.</summary>
    /// <param name="name">The word on the command line.</param>
    /// <param name="summary">One line for the help.</param>
    public DowelCommand(string name, string summary)
        : base(name, summary)
    {
    }

    /// <summary>Command lines that show how it is used.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>What it does.</summary>
    public required Func<Invocation, CancellationToken, Task<Outcome>> RunAsync { get; init; }

    /// <summary>What its result looks like where it did not come to one.</summary>
    public Func<Failure, Outcome> Fail { get; init; } = static failure => new FailureOutcome(failure);

    /// <summary>The argument that names the scripts.</summary>
    public static Argument<string?> Source() => new("SOURCE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A folder of scripts, an assembly (.dll) or a project (.csproj). Default: \"source\" in dowel.json, else ./migrations",
    };
}
