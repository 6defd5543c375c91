namespace Dowel.Migrations;

/// <summary>A table as far as it can be told from outside: its place, its name and its columns.</summary>
/// <param name="Schema">The schema it is in; null where the engine has none.</param>
/// <param name="Name">The name, unquoted.</param>
/// <param name="Columns">The columns in order.</param>
public sealed record TableShape(string? Schema, string Name, IReadOnlyList<ColumnShape> Columns)
{
    /// <summary>The name for people.</summary>
    public string DisplayName => Schema is null ? Name : $"{Schema}.{Name}";
}
