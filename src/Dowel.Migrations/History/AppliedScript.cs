namespace Dowel.Migrations;

/// <summary>One row of the history table: a script that was applied, and is not undone.</summary>
public sealed record AppliedScript
{
    /// <summary>The order of application, from 1; unique.</summary>
    public required long Rank { get; init; }

    /// <summary>What the script was: versioned, repeatable, or covered by a baseline.</summary>
    public required ScriptKind Kind { get; init; }

    /// <summary>The version; null for a repeatable script.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>What the file's name said it does.</summary>
    public required string Description { get; init; }

    /// <summary>The file's name, without its folder; a class's full name.</summary>
    public required string Source { get; init; }

    /// <summary>The script's checksum when it was applied.</summary>
    public required string Checksum { get; init; }

    /// <summary>How many statements it had.</summary>
    public required int Statements { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>How long it took; null where the run that applied it did not live to say.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>Whether the row says what the database is at without any script behind it, so that none is missed.</summary>
    internal bool IsPoint => Kind == ScriptKind.Baseline && !IsCode && !Source.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    /// <summary>A row for a version that no script makes.</summary>
    /// <param name="version">The version.</param>
    /// <param name="description">What the database is at, for people.</param>
    /// <param name="source">Where that is known from; no script's file.</param>
    /// <param name="at">Since when.</param>
    internal static AppliedScript BaselineOf(MigrationVersion version, string description, string source, DateTimeOffset at) => new()
    {
        Rank = 1,
        Kind = ScriptKind.Baseline,
        Version = version,
        Description = description,
        Source = source,
        Checksum = ScriptChecksum.Of(source),
        Statements = 0,
        AppliedAt = at,
    };

    /// <summary>Whether a class was applied, and no file.</summary>
    internal bool IsCode => Checksum.StartsWith(CodeScripts.ChecksumPrefix, StringComparison.Ordinal);

    /// <summary>What names the script in history and journal.</summary>
    public string Id => Version?.Key ?? Description;

    /// <summary>What names the script to a person: the version as written, or the description.</summary>
    public string Name => Version?.Text ?? Description;
}
