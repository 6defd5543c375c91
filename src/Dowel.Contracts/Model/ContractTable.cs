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

    /// <summary>The tables that rows are owned through, each with the column that rows refer to.</summary>
    public IReadOnlyList<(string Table, string Key)> Links { get; init; } = [];

    /// <summary>The columns of the primary key in their order.</summary>
    public IReadOnlyList<string> Key => [.. Columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)];
}
