namespace Dowel.Generator;

/// <summary>How a row's owner is found.</summary>
/// <param name="Type">The owner's type; never null.</param>
/// <param name="Column">The column that holds the owner, or the key of the first of <paramref name="Through"/>.</param>
/// <param name="Through">The tables from the row's own to the one that holds the owner; none where the row itself does.</param>
internal sealed record OwnershipModel(TypeModel Type, string Column, EquatableArray<OwnerLinkModel> Through)
{
    /// <summary>The column's type, as the contract names it.</summary>
    public string ColumnType { get; init; } = SqlType.Word(Type);

    /// <summary>Whether the row itself holds its owner.</summary>
    public bool IsDirect => Through.Count == 0;

    /// <summary>The owner's type for people.</summary>
    public string TypeName => Type.Name.Replace("global::", "");
}
