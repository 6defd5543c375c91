namespace Dowel.Migrations;

/// <summary>A line of the schema, as the engine prints it, that should be the same and is not.</summary>
/// <param name="When">After which part of the replay.</param>
/// <param name="Line">The line.</param>
/// <param name="IsExtra">Whether it is there and should not be; otherwise it is missing.</param>
public sealed record ReplayDifference(string When, string Line, bool IsExtra);
