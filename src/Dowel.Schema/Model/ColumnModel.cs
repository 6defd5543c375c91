namespace Dowel.Schema;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name as the engine keeps it, unquoted.</param>
/// <param name="Type">The type as the engine prints it; empty where SQLite was told none.</param>
/// <param name="IsNullable">Whether a row may have no value here.</param>
internal sealed record ColumnModel(string Name, string Type, bool IsNullable)
{
    /// <summary>The type below a domain, which is what values are sent and read as; else <see cref="Type"/>.</summary>
    public string BaseType { get; init; } = Type;

    /// <summary>The default in SQL, as the engine prints it; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether and how the database makes its values.</summary>
    public Generation Generation { get; init; }

    /// <summary>What a computed column is computed from, or the options of an identity's counter where they are not the usual ones; else null.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether a computed column's values are kept; else they are computed when read.</summary>
    public bool IsStored { get; init; }

    /// <summary>The collation where it is not the type's own; null otherwise.</summary>
    public string? Collation { get; init; }

    /// <summary>Whether it is there because the table's parent has it, and is as it is there: the table's own definition does not name it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>What else its definition says, in the engine's words: <c>on conflict</c> clauses on SQLite; null where nothing.</summary>
    public string? Clauses { get; init; }

    /// <summary>Whether it has a counter that is part of it, an identity; one with a counter of its own has a default.</summary>
    public bool IsCounted => Generation is Generation.Identity or Generation.StrictIdentity && Default is null;

    /// <summary>What its type and default need: enums, domains, functions, sequences.</summary>
    public IReadOnlyList<ObjectKey> Needs { get; init; } = [];
}
