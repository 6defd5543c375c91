namespace Dowel.Generator;

/// <summary>A table on the way from a row to its owner.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column that rows refer to.</param>
/// <param name="Column">The column that holds the owner, or the key of the next table.</param>
/// <param name="Type">That column's type, as the contract names it.</param>
internal sealed record OwnerLinkModel(string Table, string Key, string Column, string Type);
