namespace Dowel.Generator;

/// <summary>A partial method with its SQL.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Returns">Its return type as C# spells it, with nullability.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record MethodModel(string Name, string Returns, EquatableArray<MethodParameterModel> Parameters)
{
    /// <summary>Its accessibility and other modifiers, as written.</summary>
    public string Modifiers { get; init; } = "public partial";

    /// <summary>SQLite's template.</summary>
    public string Sqlite { get; init; } = "";

    /// <summary>PostgreSQL's template.</summary>
    public string Postgres { get; init; } = "";

    /// <summary>Result columns that are never null, whatever the engine thinks.</summary>
    public EquatableArray<string> NeverNull { get; init; }

    /// <summary>Why it works on all owners' rows; null where it does not.</summary>
    public string? Unowned { get; init; }
}
