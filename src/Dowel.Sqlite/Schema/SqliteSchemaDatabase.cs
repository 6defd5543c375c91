using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>A SQLite database whose schema is read.</summary>
/// <param name="engine">An open connection, which stays its owner's.</param>
/// <param name="own">The names of Dowel's own tables.</param>
internal sealed class SqliteSchemaDatabase(SqliteExecutor engine, IReadOnlyCollection<string> own) : ISchemaDatabase
{
    /// <inheritdoc/>
    public ISchemaEngine Engine { get; } = new SqliteSchemaEngine();

    /// <inheritdoc/>
    public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new SqliteSchemaReader(engine).Read(own));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        await ReadAsync(sql, rows.Add, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <inheritdoc/>
    public Task ReadAsync(string sql, Action<string?[]> take, CancellationToken cancellationToken)
    {
        var result = engine.Run(sql, [], row => take([.. Enumerable.Range(0, engine.ColumnCount).Select(row)]), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.IsOk ? Task.CompletedTask : throw new SchemaStatementException(result.Message, sql);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
