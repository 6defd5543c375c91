using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row with a made key, a version, and a unique key of two columns.</summary>
[Table("articles"), Unique(nameof(Shelf), nameof(Path))]
public sealed record Article(
    [Key] Guid Id, int Shelf, string Path, [InsertOnly] string Author, string? Text, [Version] int Revision, DateTimeOffset? ChangedAt);
