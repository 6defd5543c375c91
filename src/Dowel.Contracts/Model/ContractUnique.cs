using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A key that no two rows share.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record ContractUnique(IReadOnlyList<string> Columns, SourceLocation? Place)
{
    /// <summary>The constraint's name; null for one made of table and columns.</summary>
    public string? Name { get; init; }
}
