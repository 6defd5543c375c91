using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What can be wrong with owners.</summary>
internal static class OwnershipErrors
{
    /// <summary>A record's owner cannot be found; arguments: record, why.</summary>
    public static readonly DiagnosticDescriptor Owner = Make(
        "DWL3041",
        "An owner that cannot be found",
        "The owner of {0} cannot be found: {1}. Name in [OwnedBy] a property of the record with 'init' that is never null, best with nameof.");

    /// <summary>The record that a record is owned through has no owner; arguments: record, why.</summary>
    public static readonly DiagnosticDescriptor Through = Make(
        "DWL3042",
        "An owner that is not at the end of the way",
        "The owner of {0} cannot be found: {1}. [OwnedThrough<T>] names a record that is itself owned, and the property that holds its key.");

    /// <summary>The condition of an owned record's upsert could reach out of its place; arguments: repository, why.</summary>
    public static readonly DiagnosticDescriptor Condition = Make(
        "DWL3043",
        "A condition that reaches out of its place",
        "UpsertWhere of {0} {1}. It stands in parentheses beside the comparison of owners: write one condition, whole by itself and without comments.");

    /// <summary>An owned table is named and its owner is not; arguments: method, table, why, owner's type.</summary>
    public static readonly DiagnosticDescriptor NoOwner = Make(
        "DWL3080",
        "An owned table without its owner",
        "{0} names the owned table '{1}' and {2}. Add the parameter '{3} owner', or say with [Unowned(\"…\")] why the rows of all owners are meant.");

    /// <summary>An owned table in braces is written to; arguments: table.</summary>
    public static readonly DiagnosticDescriptor Written = Make(
        "DWL3081",
        "A write to an owned table in a query",
        "'{{{0}}}' stands for the owner's rows, and nothing can be written into those. Use [Update] or [Delete] in the table's repository, or its generated methods.");

    /// <summary>[Unowned] has no reason; arguments: method.</summary>
    public static readonly DiagnosticDescriptor NoReason = Make(
        "DWL3082",
        "A way past owners without a reason",
        "{0} is [Unowned] and does not say why. Write the reason: others read it in what 'dowel verify' lists.");

    /// <summary>SQL has the character that owned tables are marked with.</summary>
    public static readonly DiagnosticDescriptor Mark = Make(
        "DWL3083",
        "A character that marks owned tables",
        "U+0001 is in this SQL, which contracts mark owned tables with. Take it away, or send it as a parameter.");

    /// <summary>A fragment could reach out of its place; arguments: method, property, why.</summary>
    public static readonly DiagnosticDescriptor Fragment = Make(
        "DWL3084",
        "A fragment that reaches out of its place",
        "{1} of {0} {2}. A fragment stands beside the comparison of owners: let it be whole by itself, without comments.");

    /// <summary>A fragment writes the column that says whose the row is; arguments: method, column.</summary>
    public static readonly DiagnosticDescriptor SetsOwner = Make(
        "DWL3085",
        "A row that is given to another owner",
        "Set of {0} names '{1}', the column that says whose the row is. A row stays with its owner; move it in an [Unowned(\"…\")] query if it must.");

    /// <summary>[Update] or [Delete] lacks something, or is one of two; arguments: method, why.</summary>
    public static readonly DiagnosticDescriptor Incomplete = Make(
        "DWL3086",
        "A write that is not whole",
        "{0} {1}. Write one of [Query(…)], [Update(Set = \"…\", Where = \"…\")] and [Delete(Where = \"…\")]; 'true' is a condition for all rows.");

    /// <summary>A statement's tables are not known before it runs; arguments: method, verb.</summary>
    public static readonly DiagnosticDescriptor Verb = Make(
        "DWL3088",
        "A statement that does not show what it reaches",
        "{0} is a '{1}', and no engine says before it runs whose rows that reaches. Write a select, insert, update or delete, or say with [Unowned(\"…\")] why the rows of all owners are meant.");

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
        [Owner, Through, Condition, NoOwner, Written, NoReason, Mark, Fragment, SetsOwner, Incomplete, Verb];

    private static DiagnosticDescriptor Make(string code, string title, string message) =>
        new(code, title, message, Errors.Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
