namespace Dowel.Migrations;

/// <summary>A column of somebody's table.</summary>
/// <param name="Name">The name, unquoted.</param>
/// <param name="Type">The type as the engine tells it; on SQLite as it was declared.</param>
public sealed record ColumnShape(string Name, string Type);
