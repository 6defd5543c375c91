using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The ledger.</summary>
[Repository<LedgerEntry>]
internal sealed partial class LedgerRepository
{
    /// <summary>Lists a user's entries, the newest first, by numbered pages.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled.</returns>
    [Query("""
        select {columns:l} from xp_ledger l join xp_users u on u.user_id = l.user_id
        where u.external_user_id = @externalUserId
        order by l.created_at desc, l.ledger_id desc
        """)]
    public partial ValueTask<Page<LedgerEntry>> ListOfAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Lists a user's entries, the newest first, from where the last page ended.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled.</returns>
    [Query(
        "select {columns:l} from xp_ledger l join xp_users u on u.user_id = l.user_id where u.external_user_id = @externalUserId",
        OrderBy = ["-" + nameof(LedgerEntry.CreatedAt), "-" + nameof(LedgerEntry.LedgerId)])]
    public partial ValueTask<CursorPage<LedgerEntry>> ListOfAsync(string externalUserId, CursorRequest page, CancellationToken cancellationToken = default);
}
