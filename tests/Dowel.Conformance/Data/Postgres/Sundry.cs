namespace Dowel.Conformance;

/// <summary>A row with a column of each kind.</summary>
internal sealed record Sundry(
    long Id, bool? Flag, short? Small, int? Medium, float? Single, double? Double, decimal? Money, string? Text, byte[]? Bytes, Guid? Uuid,
    DateTimeOffset? At, DateOnly? Day, TimeOnly? Time, TimeSpan? Span, Dictionary<string, string>? Json);
