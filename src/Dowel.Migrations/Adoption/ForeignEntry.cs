namespace Dowel.Migrations;

/// <summary>One thing that another tool's history says.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Name">The tool's own name for it: a file, a version, an id.</param>
internal sealed record ForeignEntry(ForeignEntryKind Kind, string Name)
{
    /// <summary>The version; null where the tool goes by names.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>What it does; null where the tool does not keep that.</summary>
    public string? Description { get; init; }

    /// <summary>The checksum by the tool's own formula; null where it has none.</summary>
    public string? Checksum { get; init; }

    /// <summary>When it was applied; null where the tool does not keep that.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>How long it took; null where the tool does not keep that.</summary>
    public TimeSpan? Elapsed { get; init; }
}
