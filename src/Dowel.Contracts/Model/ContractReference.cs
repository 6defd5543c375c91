namespace Dowel.Contracts;

/// <summary>What a column refers to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">Its key.</param>
/// <param name="OnDelete">What becomes of the row: <c>restrict</c>, <c>cascade</c> or <c>set null</c>.</param>
internal sealed record ContractReference(string Table, string Column, string OnDelete);
