using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>What SQLite can change in a table that is there, and how it is written.</summary>
internal sealed class SqliteSchemaEngine : ISchemaEngine
{
    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public bool AltersInPlace => false;

    /// <inheritdoc/>
    public string Quote(string identifier) => SqliteKeywords.Quote(identifier);

    /// <inheritdoc/>
    public IEnumerable<ObjectKey> Disturbed(SchemaChange change) => throw new NotSupportedException();

    /// <inheritdoc/>
    public bool IsNarrowing(ColumnModel before, ColumnModel after) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDraft> Render(SchemaPlan plan) => throw new NotSupportedException();
}
