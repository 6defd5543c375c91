using Dowel.Data;

namespace CoreData;

/// <summary>What one login opened.</summary>
/// <param name="SessionId">The login's number, made by the database.</param>
/// <param name="UserId">Who logged in.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="RevokedAt">When it was closed, with all its tokens; null while it is open.</param>
[Table("sessions")]
public sealed record LoginSession(
    [Key, Identity] SessionId SessionId,
    [InsertOnly] UserId UserId,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt = null);
