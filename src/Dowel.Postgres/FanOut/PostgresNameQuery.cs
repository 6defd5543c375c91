using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads names by a query, in a transaction that may only read, on a connection of its own.</summary>
internal sealed class PostgresNameQuery(PostgresConnections connections)
{
    /// <summary>Reads them, in the query's order.</summary>
    /// <exception cref="MigrationRefusedException">The query fails, or does not give names, each of them once.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(string query, CancellationToken cancellationToken)
    {
        var connection = await connections.OpenAsync([], cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);

        // A batch's command goes to the server as it is, so that a second statement behind a semicolon is refused there. The transaction ends with the connection.
        var batch = new NpgsqlBatch(connection) { BatchCommands = { new("begin read only"), new(query) } };
        await using var __ = batch.ConfigureAwait(false);
        try
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ___ = reader.ConfigureAwait(false);
            return await ReadAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error)
        {
            throw new MigrationRefusedException([FanOutErrors.QueryFailed(connections.DisplayName, error.MessageText)], error);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, connections.DisplayName);
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (reader.FieldCount != 1)
        {
            throw Refuse(FanOutErrors.NotNames($"it has {reader.FieldCount} columns"));
        }

        var (names, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var name = reader.IsDBNull(0) ? throw Refuse(FanOutErrors.NotNames($"row {names.Count + 1} is null"))
                : reader.GetFieldType(0) == typeof(string) ? reader.GetString(0)
                : throw Refuse(FanOutErrors.NotNames($"its column is of type {reader.GetDataTypeName(0)}"));
            if (name.Length == 0)
            {
                throw Refuse(FanOutErrors.NotNames($"row {names.Count + 1} is empty"));
            }

            names.Add(seen.Add(name) ? name : throw Refuse(FanOutErrors.Twice(name)));
        }

        return names;
    }

    private static MigrationRefusedException Refuse(DowelError error) => new([error]);
}
