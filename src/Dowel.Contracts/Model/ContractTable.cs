using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A record's table.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Record">The record's full name.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record ContractTable(string Name, string Record, SourceLocation? Place)
{
    /// <summary>The columns in the order of the record's properties.</summary>
    public IReadOnlyList<ContractColumn> Columns { get; init; } = [];

    /// <summary>The keys beside the primary one.</summary>
    public IReadOnlyList<ContractUnique> Uniques { get; init; } = [];

    /// <summary>The indexes.</summary>
    public IReadOnlyList<ContractIndex> Indexes { get; init; } = [];

    /// <summary>The conditions that every row meets.</summary>
    public IReadOnlyList<ContractRule> Checks { get; init; } = [];

    /// <summary>What the table was called before.</summary>
    public IReadOnlyList<string> RenamedFrom { get; init; } = [];

    /// <summary>How a row's owner is found; null where rows have none.</summary>
    public ContractOwner? Owner { get; init; }

    /// <summary>Whether PostgreSQL itself keeps owners apart.</summary>
    public bool HasRowSecurity { get; init; }

    /// <summary>A column by its name; null where there is none.</summary>
    public ContractColumn? Find(string column) => Columns.FirstOrDefault(each => each.Name == column);

    /// <summary>The columns of the primary key in their order.</summary>
    public IReadOnlyList<string> Key => [.. Columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)];
}
