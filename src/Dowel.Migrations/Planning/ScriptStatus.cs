namespace Dowel.Migrations;

/// <summary>How one script stands to the database.</summary>
/// <param name="State">The standing.</param>
/// <param name="Script">The script as loaded; null where it is missing.</param>
/// <param name="Applied">The history's row; null where it is pending.</param>
/// <param name="Statements">How many statements it has; null where its text was not cut.</param>
public sealed record ScriptStatus(ScriptState State, Script? Script, AppliedScript? Applied, int? Statements = null)
{
    /// <summary>Whether the next run would apply it.</summary>
    public bool IsPending => State is ScriptState.Pending or ScriptState.Failed or ScriptState.OutOfOrder;

    /// <summary>Whether it is applied as it stands; a script that repeats always is, and pending all the same.</summary>
    public bool IsCurrent => State is ScriptState.Applied or ScriptState.Baseline
        || (State == ScriptState.Pending && Script is { Directives.RepeatAlways: true } && Applied?.Checksum == Script.Checksum);

    /// <summary>What the script is for.</summary>
    public ScriptKind Kind => Script?.Kind ?? Applied!.Kind;

    /// <summary>The version; null for a repeatable script.</summary>
    public MigrationVersion? Version => Script is null ? Applied!.Version : Script.Version;

    /// <summary>What the file's name says it does.</summary>
    public string Description => Script?.Description ?? Applied!.Description;
}
