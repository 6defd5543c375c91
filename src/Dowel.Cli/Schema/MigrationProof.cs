using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Tries the very files of a migration on a throw-away database: whether they lead where they should, and keep what they should.</summary>
/// <param name="plan">The migration on one engine.</param>
/// <param name="before">The folder without it.</param>
/// <param name="after">A copy of the folder with it.</param>
internal sealed class MigrationProof(EnginePlan plan, string before, string after)
{
    private readonly List<DowelError> _warnings = [];

    /// <summary>What was seen that forbids nothing.</summary>
    public IReadOnlyList<DowelError> Warnings => _warnings;

    /// <summary>Why the way back does not lead back; null where it does, or where there is none.</summary>
    public string? Astray { get; private set; }

    /// <summary>How many rows were kept.</summary>
    public int Rows { get; private set; }

    private ScratchServer Server => plan.Server;

    private ISchemaEngine Engine => plan.Server.Engine;

    /// <summary>Tries it on rows, and where those break a new rule, without.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandLineException">The proof failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(hasRows: true, cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            await TryEmptyAsync(cancellationToken).ConfigureAwait(false);
            _warnings.Add(SchemaErrors.NotOnRows(Server.Name, failure.Problem.Replace(after, before, StringComparison.Ordinal)));
        }
    }

    private async Task TryEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(hasRows: false, cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            throw new CommandLineException(SchemaErrors.NotRun(Server.Name, failure.Problem.Replace(after, before, StringComparison.Ordinal))) { ExitCode = ExitCodes.ScriptFailed };
        }
    }

    private async Task TryAsync(bool hasRows, CancellationToken cancellationToken)
    {
        var scratch = await Server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        if (Directory.Exists(before))
        {
            await scratch.ApplyAsync(Server.Load(new FolderSource(before)), target: null, cancellationToken).ConfigureAwait(false);
        }

        var kept = KeptTable.Of(plan.Plan);
        var values = await scratch.UseAsync(database => SeedAsync(database, kept, hasRows, cancellationToken), cancellationToken).ConfigureAwait(false);
        var set = Server.Load(new FolderSource(after));
        await scratch.ApplyAsync(set, target: null, cancellationToken).ConfigureAwait(false);
        var rest = SchemaDiff.Compare(await scratch.ReadAsync(cancellationToken).ConfigureAwait(false), plan.Plan.After, plan.Comparison, Engine);
        if (!rest.IsEmpty)
        {
            throw Failed(SchemaErrors.NotReached(Server.Name, Words(rest)));
        }

        await scratch.UseAsync(database => CompareAsync(database, kept, values, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (plan.Down is not null)
        {
            Astray = await TryBackAsync(scratch, set, cancellationToken).ConfigureAwait(false);
        }

        Rows = values.Sum(rows => rows.Count);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string?[]>>> SeedAsync(ISchemaDatabase database, IReadOnlyList<KeptTable> kept, bool hasRows, CancellationToken cancellationToken)
    {
        foreach (var row in hasRows ? SeedPlan.Create(plan.Plan.Before, plan.Plan.After, Engine) : [])
        {
            try
            {
                await database.QueryAsync(row.Sql, cancellationToken).ConfigureAwait(false);
            }
            catch (SchemaStatementException)
            {
                // A rule that nobody understands here, or a row that the scripts have written already.
            }
        }

        return await ReadAsync(database, kept.Select(table => table.SelectBefore(Engine)), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> CompareAsync(
        ISchemaDatabase database, IReadOnlyList<KeptTable> kept, IReadOnlyList<IReadOnlyList<string?[]>> values, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(database, kept.Select(table => table.SelectAfter(Engine)), cancellationToken).ConfigureAwait(false);
        var lost = kept.Select((table, index) => table.Compare(values[index], now[index])).FirstOrDefault(problem => problem is not null);
        return lost is null ? true : throw Failed(SchemaErrors.NotKept(Server.Name, lost));
    }

    private async Task<string?> TryBackAsync(Scratch scratch, ScriptSet set, CancellationToken cancellationToken)
    {
        try
        {
            await scratch.UndoAsync(set, plan.Up.Count, cancellationToken).ConfigureAwait(false);
            var rest = SchemaDiff.Compare(await scratch.ReadAsync(cancellationToken).ConfigureAwait(false), plan.Plan.Before, plan.Comparison, Engine);
            return rest.IsEmpty ? null : $"it does not lead back: {string.Join("; ", Words(rest))}.";
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            return failure.Problem;
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string?[]>>> ReadAsync(ISchemaDatabase database, IEnumerable<string> queries, CancellationToken cancellationToken)
    {
        var results = new List<IReadOnlyList<string?[]>>();
        foreach (var query in queries)
        {
            results.Add(await database.QueryAsync(query, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static IEnumerable<string> Words(SchemaPlan rest) =>
        rest.Changes.Select(ChangeWords.Of).Concat(rest.Obstacles.Select(obstacle => $"{obstacle.Key}: {obstacle.Problem}"));

    private static CommandLineException Failed(DowelError error) => new(error) { ExitCode = ExitCodes.Findings };
}
