using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>What PostgreSQL can change in a table that is there, and how it is written.</summary>
internal sealed class PostgresSchemaEngine : ISchemaEngine
{
    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public bool AltersInPlace => true;

    /// <inheritdoc/>
    public string Quote(string identifier) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IEnumerable<ObjectKey> Disturbed(SchemaChange change) => throw new NotSupportedException();

    /// <inheritdoc/>
    public bool IsNarrowing(ColumnModel before, ColumnModel after) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDraft> Render(SchemaPlan plan) => throw new NotSupportedException();
}
