namespace Dowel.Generator;

/// <summary>A table whose rows have owners.</summary>
/// <param name="Table">The table.</param>
/// <param name="Owner">How a row's owner is found.</param>
internal sealed record OwnedTableModel(string Table, OwnershipModel Owner);
