namespace Dowel.Schema;

/// <summary>What an engine can change, and how it is written. Pure.</summary>
internal interface ISchemaEngine
{
    /// <summary>The engine's name in file names and options: <c>sqlite</c>, <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>A name as SQL must have it: quoted only where it needs to be.</summary>
    string Quote(string identifier);

    /// <summary>Whether constraints and columns of a table that is there can be changed one by one; else every such change is one <see cref="AlterTable"/>.</summary>
    bool AltersInPlace { get; }

    /// <summary>The objects whose dependents must be dropped before a change and made again after it: the column whose type changes, the table that is rebuilt.</summary>
    IEnumerable<ObjectKey> Disturbed(SchemaChange change);

    /// <summary>Whether values of one type may not fit into the other.</summary>
    bool IsNarrowing(ColumnModel before, ColumnModel after);

    /// <summary>Writes a plan down.</summary>
    /// <returns>The scripts in their order; empty for an empty plan.</returns>
    IReadOnlyList<ScriptDraft> Render(SchemaPlan plan);
}
