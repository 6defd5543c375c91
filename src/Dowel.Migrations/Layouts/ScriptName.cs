namespace Dowel.Migrations;

/// <summary>What a layout reads from a file's name.</summary>
/// <param name="Kind">What the script is for.</param>
/// <param name="Version">The version; null for a repeatable script and a hook.</param>
/// <param name="Description">What it does, with spaces for underscores; may be empty for a versioned script and a hook.</param>
internal readonly record struct ScriptName(ScriptKind Kind, MigrationVersion? Version, string Description)
{
    /// <summary>What tells the script from others of its kind: the version's key, or the description.</summary>
    public string Id => Version?.Key ?? Description;
}
