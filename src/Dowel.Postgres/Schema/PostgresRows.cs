using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads rows of text from the catalog.</summary>
internal static class PostgresRows
{
    /// <summary>Sends statements in one round trip.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="statements">Each without parameters; every column that one gives is a text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows of each statement that gives any.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<string?[]>>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new(statement));
        }

        var results = new List<IReadOnlyList<string?[]>>();
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        do
        {
            var rows = new List<string?[]>();
            await RowsAsync(reader, rows.Add, cancellationToken).ConfigureAwait(false);
            if (reader.FieldCount > 0)
            {
                results.Add(rows);
            }
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        return results;
    }

    /// <summary>Sends one statement.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">One without parameters.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Its rows, every value as the server prints it.</returns>
    public static async Task<IReadOnlyList<string?[]>> QueryAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        await QueryAsync(connection, sql, rows.Add, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Sends one statement and keeps none of its rows.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">One without parameters.</param>
    /// <param name="take">Gets each row, every value as the server prints it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task QueryAsync(NpgsqlConnection connection, string sql, Action<string?[]> take, CancellationToken cancellationToken)
    {
        // The driver takes a command apart at semicolons, but not what is in a batch; a statement with a body gives no rows.
        if (HasBody(sql))
        {
            await ReadAsync(connection, [sql], cancellationToken).ConfigureAwait(false);
            return;
        }

        var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await RowsAsync(reader, take, cancellationToken).ConfigureAwait(false);
    }

    private static bool HasBody(string sql)
    {
        var isBehind = false;
        foreach (var token in new PostgresLexer(sql))
        {
            if (isBehind && token.Kind is not (PostgresTokenKind.Semicolon or PostgresTokenKind.Comment))
            {
                return true;
            }

            isBehind |= token.Kind == PostgresTokenKind.Semicolon;
        }

        return false;
    }

    private static async Task RowsAsync(NpgsqlDataReader reader, Action<string?[]> take, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            take([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        }
    }
}
