namespace Dowel.Benchmarks;

/// <summary>A kind of request.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Key">What race.lua calls it.</param>
/// <param name="Path">Where it goes, behind a contestant's prefix, for a project.</param>
internal sealed record Work(string Name, string Key, Func<string, string> Path)
{
    /// <summary>The day's reward for a player who never had one.</summary>
    public static Work Claim { get; } = new("claim", "claim", _ => "/xp/claims");

    /// <summary>A file of 220 characters written again.</summary>
    public static Work Write { get; } = new("file upsert", "write", project => $"/workspaces/projects/{project}/files");

    /// <summary>The first 50 of 1,000 files.</summary>
    public static Work List { get; } = new("file list", "list", project => $"/workspaces/projects/{project}/files?limit=50");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Work> All { get; } = [Claim, Write, List];
}
