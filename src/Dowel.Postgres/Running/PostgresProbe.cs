using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Asks the catalogs what became of a statement that runs outside transactions, and clears away broken indexes.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="session">What scripts find there; null on a connection that runs none.</param>
internal sealed class PostgresProbe(NpgsqlConnection connection, IPostgresSession? session = null)
{
    private const string BrokenIndexes = """
        select format('%I.%I', n.nspname, c.relname)
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        join pg_namespace n on n.oid = c.relnamespace
        where not i.indisvalid and c.relkind = 'i'
          and n.nspname not like 'pg\_temp\_%'
          and ($1 = '' or n.nspname = $1)
          and not exists (select 1 from pg_stat_progress_create_index p where p.index_relid = c.oid)
        order by 1
        """;

    private const string Orphan = """
        select format('process %s of the server, still at a statement of an earlier run since %s UTC', pid,
                      to_char(query_start at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'))
        from pg_stat_activity
        where pid <> pg_backend_pid() and datname = current_database() and state = 'active'
          and application_name = 'dowel' and query <> '' and starts_with($1, query)
        limit 1
        """;

    /// <summary>Says whether the statement did its work.</summary>
    /// <remarks>A broken index that it left is dropped; the answer is then <see cref="ProbeOutcome.Repeat"/>.</remarks>
    public async Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken)
    {
        var probe = PostgresProbeTarget.Of(statement.Text);
        switch (probe.Kind)
        {
            case PostgresProbeKind.Repeatable:
                return ProbeOutcome.Repeat;
            case PostgresProbeKind.Unknown:
                return ProbeOutcome.Unknown;
            case PostgresProbeKind.IndexBuild:
                return await ProbeIndexAsync(probe, cancellationToken).ConfigureAwait(false);
            case PostgresProbeKind.Detachment:
                return await ProbeDetachmentAsync(probe.Name!, cancellationToken).ConfigureAwait(false);
            case PostgresProbeKind.IndexRebuild:
                await DropInvalidAsync("", cancellationToken).ConfigureAwait(false);
                return ProbeOutcome.Repeat;
            default:
                var isThere = await AskAsync(probe.Question!, [probe.Name!], cancellationToken).ConfigureAwait(false) is true;
                return isThere == probe.IsDoneWhenThere ? ProbeOutcome.Done : ProbeOutcome.Repeat;
        }
    }

    /// <summary>Finds every INVALID index that nobody is building.</summary>
    /// <param name="schema">The schema to look in; null or empty for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Their names, quoted.</returns>
    public async Task<IReadOnlyList<string>> FindInvalidAsync(string? schema, CancellationToken cancellationToken)
    {
        var broken = new List<string>();
        var batch = Batch(new PostgresPiece(BrokenIndexes) { Values = [schema ?? ""] });
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            broken.Add(reader.GetString(0));
        }

        return broken;
    }

    /// <summary>Drops every INVALID index that nobody is building.</summary>
    /// <param name="schema">The schema to look in; null or empty for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Their names, quoted.</returns>
    public async Task<IReadOnlyList<string>> DropInvalidAsync(string? schema, CancellationToken cancellationToken)
    {
        var broken = await FindInvalidAsync(schema, cancellationToken).ConfigureAwait(false);
        foreach (var index in broken)
        {
            await RunAsync($"drop index concurrently if exists {index}", cancellationToken).ConfigureAwait(false);
        }

        return broken;
    }

    /// <summary>Names the session that is still at a statement whose client is gone; null where there is none.</summary>
    /// <remarks>The server cuts the text that it shows (PostgreSQL 18 docs, track_activity_query_size).</remarks>
    public async Task<string?> FindOrphanAsync(Statement statement, CancellationToken cancellationToken) =>
        await AskAsync(Orphan, [statement.Text], cancellationToken).ConfigureAwait(false) as string;

    private async Task<ProbeOutcome> ProbeIndexAsync(PostgresProbeTarget probe, CancellationToken cancellationToken)
    {
        var isValid = await AskAsync(
            "select i.indisvalid from pg_index i where i.indexrelid = to_regclass($1)", [probe.Name!], cancellationToken)
            .ConfigureAwait(false);
        if (isValid is true)
        {
            return ProbeOutcome.Done;
        }

        if (isValid is false)
        {
            await RunAsync($"drop index concurrently if exists {probe.Name}", cancellationToken).ConfigureAwait(false);
        }

        return ProbeOutcome.Repeat;
    }

    // Detached from the parent's queries in a first transaction, it waits for a second one, which the server lets anybody run.
    private async Task<ProbeOutcome> ProbeDetachmentAsync(string partition, CancellationToken cancellationToken)
    {
        const string Parent = "select case when inhdetachpending then inhparent::regclass::text else '' end from pg_inherits where inhrelid = to_regclass($1)";
        switch (await AskAsync(Parent, [partition], cancellationToken).ConfigureAwait(false))
        {
            case "":
                return ProbeOutcome.Repeat;
            case string parent:
                await RunAsync($"alter table {parent} detach partition {partition} finalize", cancellationToken).ConfigureAwait(false);
                return ProbeOutcome.Finished;
            default:
                return ProbeOutcome.Done;
        }
    }

    private async Task<object?> AskAsync(string question, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        var before = session?.BeforeQuestion ?? [];
        var batch = Batch([.. before, new(question) { Values = values }]);
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        for (var i = 0; i < before.Count; i++)
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetValue(0) : null;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        if (session is not null)
        {
            if (await session.RunOutsideAsync(new(sql), cancellationToken).ConfigureAwait(false) is { } failure)
            {
                throw failure.Exception;
            }

            return;
        }

        var batch = Batch(new PostgresPiece(sql));
        await using var _ = batch.ConfigureAwait(false);
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private NpgsqlBatch Batch(params IEnumerable<PostgresPiece> pieces)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var piece in pieces)
        {
            batch.BatchCommands.Add(piece.ToCommand());
        }

        return batch;
    }
}
