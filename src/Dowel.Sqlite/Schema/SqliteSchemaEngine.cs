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
    /// <remarks>A table that is made anew takes with it all that stands on it, and cannot get its name back while a view or a trigger names it.</remarks>
    public IEnumerable<ObjectKey> Disturbed(SchemaChange change) => SqliteAlterRules.IsInPlace(change) ? []
        : [change is AlterTable ? change.Key : change.Key.Table];

    /// <inheritdoc/>
    public bool IsNarrowing(ColumnModel before, ColumnModel after) => SqliteNarrowing.IsNarrowing(before, after);

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDraft> Render(SchemaPlan plan) => SqlitePlanWriter.Write(plan) is { Count: > 0 } statements ? [new(statements)] : [];
}
