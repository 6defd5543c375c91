using Dowel.Data;

namespace Workspaces;

/// <summary>Somebody who uses the service.</summary>
/// <param name="Id">The user's id here.</param>
/// <param name="ExternalId">The user's id with whoever issues tokens.</param>
/// <param name="CreatedAt">When the first request came.</param>
/// <param name="LastSeenAt">When the latest one did.</param>
[Table("users")]
public sealed record User(
    [Key] UserId Id,
    [Unique, InsertOnly, Check("external_id <> ''")] string ExternalId,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt);
