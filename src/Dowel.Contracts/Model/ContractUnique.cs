using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A key that no two rows share.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record ContractUnique(IReadOnlyList<string> Columns, SourceLocation? Place);
