namespace Dowel.Migrations;

/// <summary>One thing that was looked at, and what was seen.</summary>
/// <param name="Topic">What was looked at: <c>server</c>, <c>library</c>, <c>permission to create</c>.</param>
/// <param name="Finding">What was seen, without secrets.</param>
/// <param name="Advice">What to do about it; null where all is well.</param>
public sealed record Diagnosis(string Topic, string Finding, string? Advice = null);
