using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row whose key the database makes.</summary>
[Table("players")]
public sealed record Player([Key, Identity] PlayerId Id, [Unique] string Name, [UnixSeconds, InsertOnly] DateTimeOffset JoinedAt, Shade? Shade);
