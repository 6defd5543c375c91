namespace Dowel.Generator;

/// <summary>A column and the property that it is read into.</summary>
/// <param name="Name">The column's name in the database.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Type">Its type.</param>
internal sealed record ColumnModel(string Name, string Property, TypeModel Type)
{
    /// <summary>Its place in the primary key, from 1; 0 outside it.</summary>
    public int Key { get; init; }

    /// <summary>Whether the database makes its value.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Whether it counts the row's updates.</summary>
    public bool IsVersion { get; init; }

    /// <summary>Whether no update changes it.</summary>
    public bool IsInsertOnly { get; init; }

    /// <summary>What it refers to.</summary>
    public ReferenceModel? References { get; init; }

    /// <summary>Its default in SQL.</summary>
    public EngineSql? Default { get; init; }

    /// <summary>What it was called before.</summary>
    public EquatableArray<string> RenamedFrom { get; init; }

    /// <summary>What rows that are there get in it.</summary>
    public EngineSql? Backfill { get; init; }
}
