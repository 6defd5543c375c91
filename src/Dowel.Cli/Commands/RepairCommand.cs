using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel repair</c>: accepts edited text, drops INVALID indexes, settles what is in doubt.</summary>
internal static class RepairCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var versions = new Argument<string[]>("VERSION") { Arity = ArgumentArity.ZeroOrMore, Description = "The versions, or descriptions of repeatable scripts. Default: all" };
        var done = new Option<bool>("--done") { Description = "What is in doubt has done its work" };
        var redo = new Option<bool>("--redo") { Description = "What is in doubt has not, and runs again" };
        var plan = new Option<bool>("--plan") { Description = "Tell what would be done and do nothing" };
        return new DowelCommand("repair", "Accept edited text, drop INVALID indexes, settle what is in doubt")
        {
            Arguments = { source, versions },
            Options = { done, redo, plan },
            Examples = ["dowel repair 003 --url sqlite:app.db", "dowel repair 007 --done --url postgres://app@localhost/app"],
            Fail = static failure => new RepairOutcome { Failure = failure },
            RunAsync = (invocation, token) =>
            {
                var (folder, names) = Read(invocation.Get(source), invocation.Get(versions) ?? []);
                var request = new RepairRequest
                {
                    Scripts = names,
                    Settlement = Choose(invocation.Get(done), invocation.Get(redo)),
                    PlanOnly = invocation.Get(plan),
                };
                return RunAsync(invocation, folder, request, token);
            },
        };
    }

    private static Task<Outcome> RunAsync(
        Invocation invocation, string? source, RepairRequest request, CancellationToken cancellationToken) =>
        invocation.WithDatabaseAsync(
            source,
            async (database, set) =>
            {
                var report = await new Migrator(database, set, invocation.MigratorOptions)
                    .RepairAsync(request, cancellationToken).ConfigureAwait(false);
                return new RepairOutcome
                {
                    Database = database.Dialect.Name,
                    PlanOnly = request.PlanOnly,
                    Report = report,
                    Warnings = report.Warnings,
                };
            },
            cancellationToken);

    // `dowel repair 003` names no source: what is no path is a version.
    private static (string? Source, string[] Names) Read(string? source, string[] names) =>
        source is null || ScriptLocator.IsSource(source) ? (source, names) : (null, [source, .. names]);

    private static Settlement Choose(bool isDone, bool isRedo) => (isDone, isRedo) switch
    {
        (true, true) => throw new CommandLineException(CommandLineErrors.Usage("--done and --redo are given together.", "Keep one of the two.")),
        (true, _) => Settlement.Done,
        (_, true) => Settlement.Redo,
        _ => Settlement.None,
    };
}
