using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database whose schema is read.</summary>
/// <param name="connection">A connection whose search path names the default schema; it is disposed with this.</param>
/// <param name="scope">What counts.</param>
internal sealed class PostgresSchemaDatabase(NpgsqlConnection connection, PostgresScope scope) : ISchemaDatabase
{
    /// <inheritdoc/>
    public ISchemaEngine Engine { get; } = new PostgresSchemaEngine();

    /// <summary>Looks at every statement before it is sent.</summary>
    public Action<string>? Before { get; init; }

    /// <inheritdoc/>
    public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken) => PostgresSchemaReader.ReadAsync(connection, scope, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        await ReadAsync(sql, rows.Add, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <inheritdoc/>
    public async Task ReadAsync(string sql, Action<string?[]> take, CancellationToken cancellationToken)
    {
        Before?.Invoke(sql);
        try
        {
            await PostgresRows.QueryAsync(connection, sql, take, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException failure)
        {
            throw new SchemaStatementException(failure.MessageText, sql, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
