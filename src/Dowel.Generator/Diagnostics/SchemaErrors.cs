using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What can be wrong with what a record says for its migrations.</summary>
internal static class SchemaErrors
{
    /// <summary>[RenamedFrom] names what is still there; arguments: record or property, name.</summary>
    public static readonly DiagnosticDescriptor OldName = Make(
        "DWL3270",
        "An old name that is in use",
        "{0} says [RenamedFrom(\"{1}\")], and '{1}' is what it, or another property, is called now. Name what it was called before, or take the attribute away.");

    /// <summary>[Check], [Default] or [Backfill] says no SQL; arguments: record or property, attribute.</summary>
    public static readonly DiagnosticDescriptor NoText = Make(
        "DWL3271",
        "An expression that is not there",
        "[{1}] on {0} says no SQL. Write [{1}(\"…\")], or a text for each engine with Sqlite = \"…\" and Postgres = \"…\".");

    /// <summary>An expression could reach out of its place; arguments: record or property, attribute, why.</summary>
    public static readonly DiagnosticDescriptor Expression = Make(
        "DWL3272",
        "An expression that reaches out of its place",
        "[{1}] on {0} {2}. It stands in parentheses in a migration: write one expression, whole by itself and without comments.");

    /// <summary>[RowSecurity] stands on a record that nobody owns; arguments: record.</summary>
    public static readonly DiagnosticDescriptor NoOwner = Make(
        "DWL3273",
        "Row security without owners",
        "{0} has [RowSecurity] and no owner to show its rows to. Put [OwnedBy(nameof(…))] or [OwnedThrough<T>(nameof(…))] on it, or take [RowSecurity] away.");

    /// <summary>Two keys or rules of a record have one name; arguments: record, name.</summary>
    public static readonly DiagnosticDescriptor SameName = Make(
        "DWL3274",
        "Two rules with one name",
        "{0} has two constraints or indexes that are called '{1}'. Give one of them another Name, or none.");

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [OldName, NoText, Expression, NoOwner, SameName];

    private static DiagnosticDescriptor Make(string code, string title, string message) =>
        new(code, title, message, Errors.Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
