using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The awards.</summary>
[Repository<Award>]
internal sealed partial class AwardRepository
{
    /// <summary>Writes an award, if the player's zone and last award are still as they were read.</summary>
    /// <param name="grant">What to write.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The award's number; null where somebody else was faster, and nothing was written.</returns>
    /// <remarks>
    /// On PostgreSQL this one statement also writes streak, ledger, zone and its history, and all of it is one transaction. The player's row is
    /// locked first, and its condition is looked at again once the lock is had; then that of the streak, in the row's newest version.
    /// SQLite has no statement that writes to several tables: <see cref="GrantStore"/> has the others there.
    /// </remarks>
    [Query(File = "Grant.sql")]
    public partial ValueTask<long?> GrantAsync([Json(typeof(GrantJson))] Grant grant, CancellationToken cancellationToken = default);

    /// <summary>Finds a receipt of a user's.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="receiptId">The claim's correlation id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where there is none, or it is another user's.</returns>
    [Query("""
        select {columns:a} from xp_awards a join xp_users u on u.user_id = a.user_id
        where a.receipt_id = @receiptId and u.external_user_id = @externalUserId
        """)]
    public partial ValueTask<Award?> FindReceiptAsync(string externalUserId, Guid receiptId, CancellationToken cancellationToken = default);
}
