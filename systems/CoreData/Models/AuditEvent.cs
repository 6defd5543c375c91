using Dowel.Data;

namespace CoreData;

/// <summary>Who did what to which thing.</summary>
/// <param name="EventId">The event's number, made by the database; later events have greater ones.</param>
/// <param name="ActorId">Who did it; null where the user is gone, or nobody was logged in.</param>
/// <param name="Action">What, one of <see cref="AuditActions"/>.</param>
/// <param name="SubjectType">What kind of thing it was done to.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Details">What else there is to tell; never a secret.</param>
/// <param name="CreatedAt">When.</param>
[Table("audit_events")]
public sealed record AuditEvent(
    [Key, Identity] long EventId,
    UserId? ActorId,
    string Action,
    string SubjectType,
    string SubjectId,
    [Json(typeof(CoreDataJson)), Default("'{}'")] IReadOnlyDictionary<string, string> Details,
    DateTimeOffset CreatedAt);
