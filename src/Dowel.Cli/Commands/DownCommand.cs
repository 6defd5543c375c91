using System.CommandLine;
using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel down</c>: takes the newest versions back.</summary>
internal static class DownCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var count = new Argument<string?>("N") { Arity = ArgumentArity.ZeroOrOne, Description = "How many versions to undo. Default: 1" };
        var to = SharedOptions.Version("--to", "The version that stays; all above it are undone, 0 undoes all");
        var plan = new Option<bool>("--plan") { Description = "Print the SQL and do nothing" };
        return new DowelCommand("down", "Undo the newest versions")
        {
            Arguments = { source, count },
            Options = { to, plan },
            Examples = ["dowel down --url sqlite:app.db", "dowel down 2 --plan", "dowel down migrations --to 003"],
            Fail = ScriptsOutcome.Failed,
            RunAsync = (invocation, token) =>
            {
                var options = invocation.MigratorOptions with { Target = SharedOptions.ReadVersion(invocation.Get(to)) };
                var words = Read(invocation.Get(source), invocation.Get(count), options.Target);
                return invocation.Get(plan)
                    ? Plans.DownAsync(invocation, words, options, token)
                    : ScriptRuns.RunAsync(invocation, words.Source, migrator => UndoAsync(migrator, words.Count, token), options, token);
            },
        };
    }

    // `dowel down 2` names no source: a lone number is the number of versions.
    private static (string? Source, int Count) Read(string? source, string? count, MigrationVersion? target)
    {
        if (count is null && source is not null && source.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            (source, count) = (null, source);
        }

        if (count is not null && target is not null)
        {
            throw new CommandLineException(CommandLineErrors.Usage("A number of versions and --to are given together.", "Keep one of the two."));
        }

        return count is null ? (source, 1)
            : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? (source, number)
            : throw new CommandLineException(CommandLineErrors.Usage(
                $"'{Secrets.Mask(count)}' is not a number of versions.", "Write a whole number from 1, or --to with the version that stays."));
    }

    private static async Task<ScriptsOutcome> UndoAsync(Migrator migrator, int count, CancellationToken cancellationToken) =>
        ScriptsOutcome.Of(await migrator.UndoAsync(count, cancellationToken).ConfigureAwait(false), RunText.Down);
}
