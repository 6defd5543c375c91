using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Looks at what the right to migrate depends on: a pooler, the one who has it, the role's rights on the history. Changes nothing.</summary>
internal sealed class PostgresRightDiagnosis(PostgresConnections connections, PostgresMigrationOptions options)
{
    /// <summary>Looks.</summary>
    public async Task<IReadOnlyList<Diagnosis>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var facts = await PostgresFactsReading.ReadAsync(connection, options, cancellationToken).ConfigureAwait(false);
        var lease = new PostgresLeaseTable(facts.HistorySchema, options.HistoryTable);
        var key = PostgresLock.KeyOf(facts.HistorySchema, options.HistoryTable);
        var refusal = facts.Rights.Refusal(connections.DisplayName, facts);
        var holder = facts.Rights.Tables.Any(table => table.Missing.Contains("SELECT", StringComparison.Ordinal)) ? null
            : await PostgresLock.ReadHolderAsync(connection, key, lease, cancellationToken).ConfigureAwait(false);
        return
        [
            new("pooler", facts.IsPooled ? await TellModeAsync(connection, cancellationToken).ConfigureAwait(false) : "none"),
            new("right to migrate", facts.NeedsLease ? "a lease" : "a session's lock"),
            new("held by", holder ?? "nobody"),
            new("rights on the history", refusal?.Problem ?? "all that are needed", refusal?.Remedy),
        ];
    }

    // Whoever gets the session that another client has just used, and is still connected with, is served by transaction.
    private async Task<string> TellModeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var other = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = other.ConfigureAwait(false);
        var mine = await AskProcessAsync(connection, cancellationToken).ConfigureAwait(false);
        return mine == await AskProcessAsync(other, cancellationToken).ConfigureAwait(false)
            ? "one that gives each transaction another session"
            : "one that may give each transaction another session";
    }

    private static async Task<string?> AskProcessAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection) { BatchCommands = { new("select pg_backend_pid()::text") } };
        await using var _ = batch.ConfigureAwait(false);
        return await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }
}
