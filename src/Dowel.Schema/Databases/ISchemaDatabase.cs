namespace Dowel.Schema;

/// <summary>An open database whose schema is read and whose values are looked at.</summary>
internal interface ISchemaDatabase : IAsyncDisposable
{
    /// <summary>The engine.</summary>
    ISchemaEngine Engine { get; }

    /// <summary>Reads the schema in a bounded number of queries.</summary>
    Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken);

    /// <summary>Sends one statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its rows, every value as the engine prints it; empty where it gives none.</returns>
    /// <exception cref="SchemaStatementException">The engine refuses it.</exception>
    Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Sends one query and keeps none of its rows.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="take">Gets each row, every value as the engine prints it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SchemaStatementException">The engine refuses it.</exception>
    Task ReadAsync(string sql, Action<string?[]> take, CancellationToken cancellationToken);
}
