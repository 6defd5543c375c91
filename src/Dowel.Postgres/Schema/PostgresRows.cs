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
            var rows = await RowsAsync(reader, cancellationToken).ConfigureAwait(false);
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
    /// <param name="sql">One without parameters and without a body of several statements.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Its rows, every value as the server prints it.</returns>
    public static async Task<IReadOnlyList<string?[]>> QueryAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        if (sql.Contains(';', StringComparison.Ordinal) && sql.TrimStart().StartsWith("create ", StringComparison.OrdinalIgnoreCase))
        {
            // A body has semicolons of its own: the driver cuts a command at them, a batch it sends as it is.
            var batch = new NpgsqlBatch(connection) { BatchCommands = { new(sql) } };
            await using var ___ = batch.ConfigureAwait(false);
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return [];
        }

        var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        return await RowsAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<string?[]>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        }

        return rows;
    }
}
