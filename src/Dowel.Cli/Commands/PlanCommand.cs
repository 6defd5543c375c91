using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel plan</c>: the exact SQL that <c>up</c> would send.</summary>
internal static class PlanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        return new DowelCommand("plan", "Print the exact SQL that 'dowel up' would send")
        {
            Arguments = { source },
            Examples = ["dowel plan --url sqlite:app.db", "dowel plan --url postgres://app@localhost/app > review.sql"],
            Fail = static failure => new PlanOutcome { Failure = failure },
            RunAsync = (invocation, token) => Plans.UpAsync(invocation, invocation.Get(source), invocation.MigratorOptions, token),
        };
    }
}
