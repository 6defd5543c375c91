namespace Dowel.Migrations;

/// <summary>What an entry of another tool's history says of the scripts.</summary>
internal enum ForeignEntryKind
{
    /// <summary>One versioned script was applied; its file must be there.</summary>
    Script,

    /// <summary>A repeatable script was applied with the text that it had then.</summary>
    Repeatable,

    /// <summary>A baseline script was applied; its file must be there.</summary>
    BaselineScript,

    /// <summary>All scripts below a version count as applied, and the tool did not run them.</summary>
    Below,

    /// <summary>All scripts below a version were applied, as far as the tool can tell.</summary>
    Through,

    /// <summary>The database is at a version, whether or not a script makes it.</summary>
    Baseline,

    /// <summary>Something was applied that a script may or may not stand for.</summary>
    Covered,

    /// <summary>Something was applied that is no script.</summary>
    NoScript,
}
