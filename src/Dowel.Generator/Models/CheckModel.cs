namespace Dowel.Generator;

/// <summary>A condition that every row meets.</summary>
/// <param name="Name">Its name; null for the usual one.</param>
/// <param name="Column">The column that it stands on; null where it stands on the record.</param>
/// <param name="Sql">The condition.</param>
internal sealed record CheckModel(string? Name, string? Column, EngineSql Sql);
