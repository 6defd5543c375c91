using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>An index over columns.</summary>
/// <param name="Name">Its name; null for one made of table and columns.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record ContractIndex(string? Name, IReadOnlyList<string> Columns, SourceLocation? Place);
