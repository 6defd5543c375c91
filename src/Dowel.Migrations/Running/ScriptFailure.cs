namespace Dowel.Migrations;

/// <summary>A failure with the script or hook that it happened in.</summary>
/// <param name="Part">What failed: a script, or a hook.</param>
/// <param name="Script">The script whose turn it was; null for a hook of the whole run.</param>
/// <param name="Failure">Why; its index counts the part's own statements.</param>
internal sealed record ScriptFailure(PreparedScript Part, PreparedScript? Script, StatementFailure Failure);
