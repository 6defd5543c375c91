namespace Dowel.Schema;

/// <summary>A statement that makes others wait for as long as a table is large.</summary>
/// <param name="Statement">The statement; null for what takes several.</param>
/// <param name="Tables">The tables that it works on.</param>
/// <param name="Lock">How they are locked meanwhile.</param>
/// <param name="What">What it does, as a clause: <c>rewrites users</c>.</param>
internal sealed record Hazard(string? Statement, IReadOnlyList<string> Tables, TableLock Lock, string What)
{
    /// <summary>What to do instead; null where there is nothing better.</summary>
    public string? Advice { get; init; }

    /// <summary>Other tables whose users wait meanwhile.</summary>
    public IReadOnlyList<TableTrace> Others { get; init; } = [];
}
