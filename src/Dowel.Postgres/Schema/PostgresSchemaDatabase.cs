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

    /// <summary>The database's name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Looks at every statement before it is sent.</summary>
    public Action<string>? Before { get; init; }

    /// <inheritdoc/>
    public async Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PostgresSchemaReader.ReadAsync(connection, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

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
        catch (PostgresException failure) when (!failure.SqlState.StartsWith("57P", StringComparison.Ordinal) && !failure.SqlState.StartsWith("08", StringComparison.Ordinal))
        {
            throw new SchemaStatementException(failure.MessageText, sql, failure);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
