using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel baseline</c>: records scripts as applied without running them.</summary>
internal static class BaselineCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var to = SharedOptions.Version("--to", "The last version to record. Default: the newest");
        return new DowelCommand("baseline", "Record scripts as applied without running them, on a database that has their schema already")
        {
            Arguments = { source },
            Options = { to },
            Examples = ["dowel baseline --to 007 --url postgres://app@localhost/app"],
            Fail = ScriptsOutcome.Failed,
            RunAsync = (invocation, token) => ScriptRuns.RunAsync(
                invocation,
                invocation.Get(source),
                migrator => RecordAsync(migrator, token),
                invocation.MigratorOptions with { Target = SharedOptions.ReadVersion(invocation.Get(to)) },
                token),
        };
    }

    private static async Task<ScriptsOutcome> RecordAsync(Migrator migrator, CancellationToken cancellationToken) =>
        ScriptsOutcome.Of(await migrator.BaselineAsync(cancellationToken).ConfigureAwait(false), RunText.Baseline);
}
