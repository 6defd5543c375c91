namespace Dowel.Generator;

/// <summary>A partial method with its SQL.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Returns">Its return type as C# spells it, with nullability.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record MethodModel(string Name, string Returns, EquatableArray<MethodParameterModel> Parameters)
{
    /// <summary>Its accessibility and other modifiers, as written.</summary>
    public string Modifiers { get; init; } = "public partial";

    /// <summary>Whether it is in the interface.</summary>
    public bool IsPublic => Modifiers.Split(' ').Contains("public");

    /// <summary>What it returns; null where no statement has that.</summary>
    public QueryResult? Result { get; init; }

    /// <summary>Whether there are errors: its code then only lets the rest compile.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The members of its rows that pages by cursor are ordered by, a falling one with <c>-</c> before its name.</summary>
    public EquatableArray<string> OrderBy { get; init; }

    /// <summary>Its documentation in XML, without the element around it; empty where there is none.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>SQLite's template.</summary>
    public string Sqlite { get; init; } = "";

    /// <summary>PostgreSQL's template.</summary>
    public string Postgres { get; init; } = "";

    /// <summary>Result columns that are never null, whatever the engine thinks.</summary>
    public EquatableArray<string> NeverNull { get; init; }

    /// <summary>The owned tables that its SQL names in braces.</summary>
    public EquatableArray<OwnedTableModel> Owned { get; init; }

    /// <summary>The owned table that it updates or deletes from by fragments; null for none.</summary>
    public OwnedTableModel? Target { get; init; }

    /// <summary>Whether a table that its SQL names in braces has row security, or is below one that has.</summary>
    public bool HasRowSecurity => Target is { Owner.HasRowSecurity: true } || Owned.Any(table => table.Owner.HasRowSecurity);

    /// <summary>Why it works on all owners' rows; null where it does not.</summary>
    public string? Unowned { get; init; }
}
