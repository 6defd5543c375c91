using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A condition that every row meets.</summary>
/// <param name="Name">The constraint's name; null for one made of table and column.</param>
/// <param name="Column">The column that it was said of; null where it was said of the record.</param>
/// <param name="Sql">The condition.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record ContractRule(string? Name, string? Column, ContractSql Sql, SourceLocation? Place);
