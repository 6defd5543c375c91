namespace Dowel.Schema;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name as the engine keeps it, unquoted.</param>
/// <param name="Type">The type as the engine prints it; empty where SQLite was told none.</param>
/// <param name="IsNullable">Whether a row may have no value here.</param>
internal sealed record ColumnModel(string Name, string Type, bool IsNullable)
{
    /// <summary>The type below a domain, which is what values are sent and read as; else <see cref="Type"/>.</summary>
    public string BaseType { get; init; } = Type;

    /// <summary>The default in SQL, as the engine prints it; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether and how the database makes its values.</summary>
    public Generation Generation { get; init; }
}
