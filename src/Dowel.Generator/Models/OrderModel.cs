namespace Dowel.Generator;

/// <summary>A column that a list is ordered by.</summary>
/// <param name="Column">Its position among the record's.</param>
/// <param name="IsFalling">Whether the greatest comes first.</param>
internal sealed record OrderModel(int Column, bool IsFalling);
