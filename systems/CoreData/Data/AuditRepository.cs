using System.Collections.ObjectModel;
using System.Globalization;
using Dowel.Data;

namespace CoreData;

/// <summary>The audit trail, latest first.</summary>
[Repository<AuditEvent>(OrderBy = ["-" + nameof(AuditEvent.EventId)])]
public sealed partial class AuditRepository
{
    /// <summary>What events about users have as their subject's type.</summary>
    public const string UserSubject = "user";

    /// <summary>Lists events.</summary>
    /// <param name="actorId">Whose; null for everybody's.</param>
    /// <param name="subjectType">About which kind of thing; null for all.</param>
    /// <param name="subjectId">About which thing; null for all.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page.</returns>
    [Query("""
        select {columns} from audit_events
        where true {? and actor_id = @actorId } {? and subject_type = @subjectType } {? and subject_id = @subjectId }
        """)]
    public partial ValueTask<CursorPage<AuditEvent>> SearchAsync(
        UserId? actorId, string? subjectType, string? subjectId, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Tells what was done to a user, in the transaction that does it.</summary>
    /// <param name="actor">Who did it; null where nobody was logged in.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="user">To whom.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="details">What else there is to tell; never a secret.</param>
    /// <returns>When it is told.</returns>
    internal async Task TellAsync(
        UserId? actor, string action, UserId user, DateTimeOffset at, CancellationToken cancellationToken, params (string Name, string Value)[] details)
    {
        var told = new ReadOnlyDictionary<string, string>(details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal));
        var subject = user.Value.ToString(CultureInfo.InvariantCulture);
        await InsertAsync(new(EventId: 0, actor, action, UserSubject, subject, told, at), cancellationToken).ConfigureAwait(false);
    }
}
