namespace Dowel.Generator;

/// <summary>What a column of a result becomes in a row's object.</summary>
/// <param name="Name">The property or the tuple's element; empty for a scalar.</param>
/// <param name="Column">The column's name; empty where any will do.</param>
/// <param name="Type">Its type.</param>
internal sealed record RowMember(string Name, string Column, TypeModel Type);
