namespace Dowel.Generator;

/// <summary>What was made of a record with an owner.</summary>
/// <param name="Table">Its table; null where it has none, or no owner that can be found.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record ParsedOwner(OwnedTableModel? Table, EquatableArray<DiagnosticModel> Diagnostics);
