using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A record's property and its column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">What it is written and read as.</param>
/// <param name="IsNullable">Whether the property can be null.</param>
internal sealed record ContractColumn(string Name, ContractType Type, bool IsNullable)
{
    /// <summary>The property's name.</summary>
    public string Property { get; init; } = Name;

    /// <summary>Its place in the primary key, from 1; 0 outside it.</summary>
    public int Key { get; init; }

    /// <summary>Whether the record leaves its value to the database.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Whether it counts the row's updates.</summary>
    public bool IsVersion { get; init; }

    /// <summary>Whether no update changes it.</summary>
    public bool IsInsertOnly { get; init; }

    /// <summary>What it refers to; null where to nothing.</summary>
    public ContractReference? References { get; init; }

    /// <summary>Its default in SQL; null where there is none.</summary>
    public ContractSql? Default { get; init; }

    /// <summary>The texts of an enum; empty for other types.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What it was called before.</summary>
    public IReadOnlyList<string> RenamedFrom { get; init; } = [];

    /// <summary>What rows that are there get in it, where it is new or can be null no longer; null for nothing.</summary>
    public ContractSql? Backfill { get; init; }

    /// <summary>Where the property is declared.</summary>
    public SourceLocation? Place { get; init; }
}
