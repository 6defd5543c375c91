using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel status</c>: how every script stands.</summary>
internal static class StatusCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var check = new Option<bool>("--check") { Description = "Exit with 1 unless everything is applied as it stands" };
        var drift = new Option<bool>("--drift") { Description = "Compare the schema with what the applied scripts make on a throw-away database; exit with 1 where it differs" };
        return new DowelCommand("status", "Tell what is applied, pending, changed or missing")
        {
            Arguments = { source },
            Options = { check, drift },
            Examples = ["dowel status --url sqlite:app.db", "dowel status --check --quiet --url $DATABASE_URL", "dowel status --drift --url $DATABASE_URL"],
            Fail = ScriptsOutcome.Failed,
            RunAsync = (invocation, token) => ScriptRuns.RunAsync(
                invocation,
                invocation.Get(source),
                async (database, set) =>
                {
                    var outcome = await ReadAsync(new(database, set, invocation.MigratorOptions), invocation.Get(check), token).ConfigureAwait(false);
                    return invocation.Get(drift)
                        ? outcome.With(await Drift.FindAsync(database, set, outcome.Statuses, invocation.Settings, token).ConfigureAwait(false))
                        : outcome;
                },
                token),
        };
    }

    private static ScriptsOutcome With(this ScriptsOutcome outcome, IReadOnlyList<DriftEntry> drift) =>
        drift.Count == 0 ? outcome with { Drift = drift } : outcome with { Drift = drift, OwnExitCode = ExitCodes.Findings };

    private static async Task<ScriptsOutcome> ReadAsync(Migrator migrator, bool isCheck, CancellationToken cancellationToken)
    {
        var plan = await migrator.PlanAsync(cancellationToken).ConfigureAwait(false);
        var isCurrent = plan.Refusals.Count == 0
            && plan.Scripts.All(status => status.IsCurrent);
        return new()
        {
            Statuses = plan.Scripts,
            Failure = plan.Refusals.Count > 0 ? new(plan.Refusals, ExitCodes.Done) : null,
            OwnExitCode = isCheck && !isCurrent ? ExitCodes.Findings : ExitCodes.Done,
            Warnings = plan.Warnings,
            Text = StatusText.Write,
        };
    }
}
