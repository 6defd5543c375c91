namespace CoreData;

/// <summary>Who did what to which thing.</summary>
/// <param name="Id">The event's number; later events have greater ones.</param>
/// <param name="ActorId">Who did it, a user's number; null where nobody was logged in, or the user is gone.</param>
/// <param name="Action">What.</param>
/// <param name="SubjectType">What kind of thing it was done to.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Details">What else there is to tell.</param>
/// <param name="CreatedAt">When.</param>
public sealed record AuditEventResponse(
    long Id, long? ActorId, string Action, string SubjectType, string SubjectId, IReadOnlyDictionary<string, string> Details, DateTimeOffset CreatedAt)
{
    /// <summary>Writes down an event.</summary>
    /// <param name="told">The event.</param>
    /// <returns>The same.</returns>
    internal static AuditEventResponse Of(AuditEvent told) =>
        new(told.EventId, told.ActorId?.Value, told.Action, told.SubjectType, told.SubjectId, told.Details, told.CreatedAt);
}
