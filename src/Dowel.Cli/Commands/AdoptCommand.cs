using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel adopt</c>: takes over the history of another tool.</summary>
internal static class AdoptCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var from = SharedOptions.Named<string>(
            "--from", "TOOL", $"Whose history, where there is more than one: {string.Join(", ", HistoryAdoption.Tools)}, or a table's name");
        var plan = new Option<bool>("--plan") { Description = "Tell what would be recorded and do nothing" };
        return new DowelCommand("adopt", "Take over the history of another tool, found by its table")
        {
            Arguments = { source },
            Options = { from, plan },
            Examples = ["dowel adopt --plan --url sqlite:app.db", "dowel adopt db/migrations --from flyway --url postgres://app@localhost/app"],
            Fail = ScriptsOutcome.Failed,
            RunAsync = (invocation, token) => ScriptRuns.RunAsync(
                invocation,
                invocation.Get(source),
                (database, set) =>
                {
                    var adoption = new HistoryAdoption(database, set, invocation.MigratorOptions);
                    return invocation.Get(plan)
                        ? PlanAsync(adoption, invocation.Get(from), token)
                        : AdoptAsync(adoption, invocation.Get(from), token);
                },
                token),
        };
    }

    private static async Task<ScriptsOutcome> PlanAsync(HistoryAdoption adoption, string? from, CancellationToken cancellationToken)
    {
        var plan = await adoption.PlanAsync(from, cancellationToken).ConfigureAwait(false);
        return plan.Refusals.Count > 0
            ? ScriptsOutcome.Failed(new(plan.Refusals, ExitCodes.Refused))
            : Report(plan, isPlan: true);
    }

    private static async Task<ScriptsOutcome> AdoptAsync(HistoryAdoption adoption, string? from, CancellationToken cancellationToken) =>
        Report(await adoption.AdoptAsync(from, cancellationToken).ConfigureAwait(false), isPlan: false);

    private static ScriptsOutcome Report(AdoptionPlan plan, bool isPlan) => new()
    {
        From = plan.Tool,
        Table = plan.Table,
        Rows = plan.Rows,
        Statuses = plan.Scripts,
        Warnings = plan.Warnings,
        Text = (outcome, page) => RunText.Adopted(outcome, page, plan, isPlan),
    };
}
