using Dowel.Migrations;
using Dowel.Schema;
using Dowel.Sqlite;

namespace Dowel.Cli;

/// <summary>Finds out what a plan asks of those who use the database meanwhile: on PostgreSQL by running it on a throw-away one, on SQLite from the plan.</summary>
/// <param name="server">Where throw-away databases come from.</param>
internal sealed class HazardMeasure(ScratchServer server)
{
    /// <summary>Measures a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="drafts">The plan as it is written; empty where it must not be carried out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was found, or why nothing could be.</returns>
    public async Task<HazardReport> RunAsync(SchemaPlan plan, IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken)
    {
        // Where there is no table, nobody waits.
        if (drafts.Count == 0 || plan.Before.Tables.Count == 0)
        {
            return HazardReport.None;
        }

        if (server.Kind == DatabaseKind.Sqlite)
        {
            return new(SqliteHazards.Of(plan));
        }

        try
        {
            var part = ConcernedPart.Of(plan.Before, drafts.SelectMany(draft => draft.Statements));
            return HazardRules.Of(await TraceAsync(part, drafts, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is SchemaStatementException or DowelException)
        {
            return HazardReport.None with { Unmeasured = (failure as DowelException)?.Problem ?? failure.Message };
        }
    }

    private async Task<IReadOnlyList<StatementTrace>> TraceAsync(DatabaseModel before, IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken)
    {
        var scratch = await server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        var making = server.Engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, before, new(), server.Engine));
        await scratch.UseAsync(database => MakeAsync(database, making, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await Engines.TraceAsync(scratch.Database, drafts, cancellationToken).ConfigureAwait(false);
    }

    // A transaction for each script, since a commit for each statement is what takes long.
    private static async Task<bool> MakeAsync(ISchemaDatabase database, IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken)
    {
        foreach (var sql in drafts.SelectMany(draft => draft.IsTransactional ? ["begin", .. draft.Statements, "commit"] : draft.Statements))
        {
            await database.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
