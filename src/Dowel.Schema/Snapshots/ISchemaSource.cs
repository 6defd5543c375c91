namespace Dowel.Schema;

/// <summary>A database whose schema can be read.</summary>
public interface ISchemaSource
{
    /// <summary>Reads tables, views, keys, indexes, triggers, functions, types and the rest, in a fixed number of queries; Dowel's own tables are left out.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<SchemaSnapshot> ReadSchemaAsync(CancellationToken cancellationToken = default);
}
