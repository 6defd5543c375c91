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

    /// <summary>Where the property is declared.</summary>
    public SourceLocation? Place { get; init; }
}
