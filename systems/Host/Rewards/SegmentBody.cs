using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>The segment that a player is in.</summary>
/// <param name="Segment">Its key; null for none.</param>
public sealed record SegmentBody([property: StringLength(100, MinimumLength = 1)] string? Segment);
