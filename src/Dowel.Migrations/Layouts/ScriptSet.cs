namespace Dowel.Migrations;

/// <summary>All scripts of a set for one database, as loaded, with everything that kept a file from being one.</summary>
/// <param name="Layout">The naming convention: <c>flyway</c>, <c>sequential</c> or <c>pairs</c>.</param>
/// <param name="Tokens">Where tokens are replaced.</param>
/// <param name="Scripts">The scripts for this database: versioned by version, repeatable by description, then undo, baseline and hooks.</param>
/// <param name="Errors">Bad names, duplicate versions, unreadable files, unknown directives: all of them, in the order of paths.</param>
public sealed record ScriptSet(
    string Layout, TokenScope Tokens, IReadOnlyList<Script> Scripts, IReadOnlyList<DowelError> Errors)
{
    /// <summary>The name of the database the scripts were chosen for; null where any will do.</summary>
    public string? Dialect { get; init; }
}
