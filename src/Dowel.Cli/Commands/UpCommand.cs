using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel up</c>: applies what is pending.</summary>
internal static class UpCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var to = SharedOptions.Version("--to", "The last version to apply. Default: the newest");
        var atomic = new Option<bool>("--atomic") { Description = "All scripts in one transaction, instead of one for each" };
        var plan = new Option<bool>("--plan") { Description = "Print the SQL and do nothing, as 'dowel plan'" };
        var outOfOrder = SharedOptions.OneOf(
            "--out-of-order", Policies.OutOfOrderNames, "What to do with scripts below the newest applied version. Default: refuse");
        var each = SharedOptions.Named<string>(
            "--each", "PATTERN", "Many databases: SQLite files ('tenants/*.db'), PostgreSQL schemas ('tenant_*', or a query for names), or databases ('database:app_*')");
        var parallel = SharedOptions.Parallel();
        return new DowelCommand("up", "Apply what is pending")
        {
            Arguments = { source },
            Options = { to, atomic, plan, outOfOrder, each, parallel },
            Examples = ["dowel up --url sqlite:app.db", "dowel up migrations --to 003 --plan --url postgres://app@localhost/app", "dowel up --each 'tenants/*.db'"],
            Fail = ScriptsOutcome.Failed,
            RunAsync = (invocation, token) =>
            {
                var options = invocation.MigratorOptions;
                options = options with
                {
                    Target = SharedOptions.ReadVersion(invocation.Get(to)),
                    Atomic = invocation.Get(atomic),
                    OutOfOrder = invocation.Get(outOfOrder) is { } policy ? Policies.OutOfOrder(policy) : options.OutOfOrder,
                };
                if (invocation.Get(each) is { } pattern)
                {
                    var run = new EachRun(invocation, invocation.Get(plan), SharedOptions.ReadParallel(invocation.Get(parallel)));
                    return run.RunAsync(pattern, invocation.Get(source), options, token);
                }

                if (invocation.Get(parallel) is not null)
                {
                    throw new CommandLineException(CommandLineErrors.ParallelAlone());
                }

                return invocation.Get(plan)
                    ? Plans.UpAsync(invocation, invocation.Get(source), options, token)
                    : ScriptRuns.RunAsync(invocation, invocation.Get(source), migrator => ApplyAsync(migrator, token), options, token);
            },
        };
    }

    private static async Task<ScriptsOutcome> ApplyAsync(Migrator migrator, CancellationToken cancellationToken) =>
        ScriptsOutcome.Of(await migrator.ApplyAsync(cancellationToken).ConfigureAwait(false), RunText.Up);
}
