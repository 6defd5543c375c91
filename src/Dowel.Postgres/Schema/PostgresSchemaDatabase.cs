using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database whose schema is read.</summary>
/// <param name="connection">A connection whose search path names the default schema; it is disposed with this.</param>
/// <param name="own">The names of Dowel's own tables.</param>
internal sealed class PostgresSchemaDatabase(NpgsqlConnection connection, IReadOnlyCollection<string> own) : ISchemaDatabase
{
    /// <inheritdoc/>
    public ISchemaEngine Engine { get; } = new PostgresSchemaEngine();

    /// <inheritdoc/>
    public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken) => PostgresSchemaReader.ReadAsync(connection, own, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await PostgresRows.QueryAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException failure)
        {
            throw new SchemaStatementException(failure.MessageText, sql, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
