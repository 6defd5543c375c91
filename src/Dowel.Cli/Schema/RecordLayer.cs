using Dowel.Contracts;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What an assembly's records want of the schema that its scripts make.</summary>
/// <param name="contracts">The repositories.</param>
internal sealed class RecordLayer(ContractSet contracts)
{
    /// <summary>What the records say of the way: old names, and what rows that are there get.</summary>
    public DiffOptions Says(DatabaseKind engine) => RecordIntents.Of(contracts.Contracts, Engines.RecordDialectOf(engine));

    /// <summary>The schema with what the records say of it, in the engine's own words.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="server">Where throw-away databases come from.</param>
    /// <param name="words">What is wanted to go though no record speaks of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DatabaseModel> ApplyAsync(DatabaseModel scripts, ScratchServer server, RecordWords words, CancellationToken cancellationToken)
    {
        var dialect = Engines.RecordDialectOf(server.Kind);
        var made = await MakeAsync(RecordSchema.Create(contracts.Contracts, dialect), server, cancellationToken).ConfigureAwait(false);
        var records = new RecordTexts(RecordSchema.Tables(contracts.Contracts, dialect), server.Engine).Beside(made);
        var named = Renaming.Of(scripts, records, Says(server.Kind), server.Engine).Before;
        return RecordOverlay.Apply(Without(named, words.Allowed), records, contracts.Contracts, dialect, words.Unsaid);
    }

    /// <summary>Tables that no record is a row of.</summary>
    public IEnumerable<string> Unrecorded(DatabaseModel model) => RecordOverlay.Unrecorded(model, contracts.Contracts).Select(table => table.Key.Path);

    private static async Task<DatabaseModel> MakeAsync(IReadOnlyList<string> statements, ScratchServer server, CancellationToken cancellationToken)
    {
        var scratch = await server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        return await scratch.UseAsync(
            async database =>
            {
                foreach (var statement in statements)
                {
                    await RunAsync(database, statement, server.Name, cancellationToken).ConfigureAwait(false);
                }

                return await database.ReadModelAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(ISchemaDatabase database, string statement, string engine, CancellationToken cancellationToken)
    {
        try
        {
            await database.QueryAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaStatementException failure)
        {
            throw new CommandLineException(SchemaErrors.RecordsNotMade(engine, failure)) { ExitCode = ExitCodes.ScriptFailed };
        }
    }

    // What stands on a table goes along with it: views, what stands on those, comments.
    private DatabaseModel Without(DatabaseModel scripts, IReadOnlyList<string> allowed)
    {
        var going = RecordOverlay.Unrecorded(scripts, contracts.Contracts).Select(table => table.Key).Where(key => allowed.Contains($"drop-table:{key.Path}")).ToHashSet();
        for (var count = 0; count < going.Count;)
        {
            count = going.Count;
            going.UnionWith(scripts.Tables.Where(table => table.Kind != TableKind.Table).Concat(scripts.Objects).Where(Goes).Select(each => each.Key));
        }

        return going.Count == 0 ? scripts : scripts with
        {
            Tables = [.. scripts.Tables.Where(table => !going.Contains(table.Key))],
            Objects = [.. scripts.Objects.Where(each => !going.Contains(each.Key))],
        };

        bool Goes(ObjectModel each) => (each.Key.Part is not null && going.Contains(each.Key.Table)) || each.Needs.Any(need => going.Contains(need) || going.Contains(need.Table));
    }
}
