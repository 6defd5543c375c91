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
    public Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        var result = engine.Run(sql, [], row => rows.Add([.. Enumerable.Range(0, engine.ColumnCount).Select(row)]), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.IsOk ? Task.FromResult<IReadOnlyList<string?[]>>(rows) : throw new SchemaStatementException(result.Message, sql);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
