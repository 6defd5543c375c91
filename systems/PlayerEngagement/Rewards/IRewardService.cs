using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Daily rewards: players, claims, the ledger, zones and policies. What is to be expected is answered; exceptions are failures of the database or misuse.</summary>
/// <remarks>
/// Users are named by the platform's own ids, which are not empty. Correlation ids are made by the caller, one for each request that is meant once, and are
/// not empty: a request that is sent again with the same one is answered again and done once. All methods may be called from any thread.
/// </remarks>
public interface IRewardService
{
    /// <summary>Adds a player.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="rewardTz">The IANA zone in which reward days begin and end.</param>
    /// <param name="segmentKey">The segment whose overrides count; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the player is new.</returns>
    Task<EnrollStatus> EnrollAsync(string externalUserId, string rewardTz, string? segmentKey = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a player with all there is about them.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user was not enrolled.</returns>
    Task<bool> DeleteUserAsync(string externalUserId, CancellationToken cancellationToken = default);

    /// <summary>Puts a player into a segment.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="segmentKey">The segment; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user is not enrolled.</returns>
    Task<bool> SetSegmentAsync(string externalUserId, string? segmentKey, CancellationToken cancellationToken = default);

    /// <summary>Claims the reward of the day that it is in the player's zone.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="correlationId">The request's id.</param>
    /// <param name="policyKey">The policy that decides.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The receipt, or why there is none.</returns>
    Task<ClaimResult> ClaimAsync(
        string externalUserId, Guid correlationId, string policyKey = PolicyDefinition.DailyLoginKey, CancellationToken cancellationToken = default);

    /// <summary>Enters a credit or debit that is no claim.</summary>
    /// <param name="posting">What is to be entered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The entry, or why there is none.</returns>
    Task<PostResult> PostAsync(Posting posting, CancellationToken cancellationToken = default);

    /// <summary>Reads how a player stands.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the user is not enrolled.</returns>
    Task<PlayerProfile?> ReadProfileAsync(string externalUserId, CancellationToken cancellationToken = default);

    /// <summary>Finds a receipt.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="receiptId">The claim's correlation id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where there is none, or it is another user's.</returns>
    Task<Receipt?> FindReceiptAsync(string externalUserId, Guid receiptId, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries of a player's ledger, the newest first, by numbered pages.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled.</returns>
    Task<Page<LedgerEntry>> ListHistoryAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries of a player's ledger, the newest first, from where the last page ended.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled.</returns>
    Task<CursorPage<LedgerEntry>> ListHistoryAsync(string externalUserId, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Asks for another zone, which counts from the end of the current reward day on, and not before 20 hours after the last award.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="rewardTz">The IANA zone; the one that counts now calls off a change that is under way.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is under way.</returns>
    Task<ZoneChangeResult> ChangeZoneAsync(string externalUserId, string rewardTz, CancellationToken cancellationToken = default);

    /// <summary>Lists what happened to a player's zone, the oldest first.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled. A change whose time has come is noted by the player's next claim or wish.</returns>
    Task<Page<ZoneEvent>> ListZoneHistoryAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Adds the next version of a policy, which claims do not go by until it is activated.</summary>
    /// <param name="policyKey">The policy; one that there is not yet begins with version 1.</param>
    /// <param name="definition">What it says.</param>
    /// <param name="createdBy">Who publishes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The version, or the policy's mistakes.</returns>
    Task<PublishResult> PublishPolicyAsync(
        string policyKey, PolicyDefinition definition, string createdBy, CancellationToken cancellationToken = default);

    /// <summary>Makes a version of a policy the one that claims go by.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is active now.</returns>
    Task<ActivateStatus> ActivatePolicyAsync(string policyKey, int version, CancellationToken cancellationToken = default);

    /// <summary>Reads the version of a policy that claims go by.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where none is active.</returns>
    Task<PolicyVersion?> FindActivePolicyAsync(string policyKey, CancellationToken cancellationToken = default);

    /// <summary>Lists the versions of a policy, the newest first.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page.</returns>
    Task<Page<PolicyVersion>> ListPolicyVersionsAsync(string policyKey, PageRequest page, CancellationToken cancellationToken = default);
}
