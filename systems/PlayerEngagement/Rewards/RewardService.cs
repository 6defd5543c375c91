using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Daily rewards over the persistence service.</summary>
public sealed class RewardService : IRewardService
{
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly UserRepository _users;
    private readonly LedgerRepository _ledger;
    private readonly PolicyRepository _policies;
    private readonly ClaimFlow _claims;
    private readonly PostFlow _posts;
    private readonly ZoneFlow _zones;
    private readonly PolicyFlow _publishing;

    /// <summary>Uses a database that has its schema.</summary>
    /// <param name="persistence">Where the players are.</param>
    /// <param name="streakModels">The models that policies can name; of two with one name the later counts.</param>
    /// <param name="clock">The time.</param>
    public RewardService(IPlayerEngagementDbmService persistence, IEnumerable<IStreakModel> streakModels, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(persistence);
        var models = new StreakModels(streakModels);
        _database = persistence.Database;
        _clock = clock;
        _users = new(_database);
        _ledger = new(_database);
        _policies = new(_database);
        _claims = new(_database, models, clock);
        _posts = new(_database, clock);
        _zones = new(_database, clock);
        _publishing = new(_database, models, clock);
    }

    /// <inheritdoc/>
    public async Task<EnrollStatus> EnrollAsync(
        string externalUserId, string rewardTz, string? segmentKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalUserId);
        if (!RewardCalendar.IsZone(rewardTz))
        {
            return EnrollStatus.UnknownZone;
        }

        var isNew = await _users.EnrollAsync(externalUserId, rewardTz, segmentKey, _clock.Now(), cancellationToken).ConfigureAwait(false);
        return isNew ? EnrollStatus.Enrolled : EnrollStatus.AlreadyEnrolled;
    }

    /// <inheritdoc/>
    public Task<bool> DeleteUserAsync(string externalUserId, CancellationToken cancellationToken = default) =>
        _users.DeleteAsync(externalUserId, cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<bool> SetSegmentAsync(string externalUserId, string? segmentKey, CancellationToken cancellationToken = default) =>
        _users.SetSegmentAsync(externalUserId, segmentKey, _clock.Now(), cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<ClaimResult> ClaimAsync(
        string externalUserId, Guid correlationId, string policyKey = PolicyDefinition.DailyLoginKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalUserId);
        ArgumentException.ThrowIfNullOrEmpty(policyKey);
        ArgumentOutOfRangeException.ThrowIfEqual(correlationId, Guid.Empty);
        return _claims.ClaimAsync(externalUserId, correlationId, policyKey, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PostResult> PostAsync(Posting posting, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posting);
        posting.Check();
        return _posts.PostAsync(posting, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PlayerProfile?> ReadProfileAsync(string externalUserId, CancellationToken cancellationToken = default)
    {
        var facts = await _users.ReadFactsAsync(externalUserId, Guid.Empty, PolicyDefinition.DailyLoginKey, cancellationToken).ConfigureAwait(false);
        return facts is null ? null : PlayerProfile.Of(externalUserId, facts, _clock.Now());
    }

    /// <inheritdoc/>
    public async Task<Receipt?> FindReceiptAsync(string externalUserId, Guid receiptId, CancellationToken cancellationToken = default)
    {
        var award = await new AwardRepository(_database).FindReceiptAsync(externalUserId, receiptId, cancellationToken).ConfigureAwait(false);
        return award is null ? null : Receipt.Of(award);
    }

    /// <inheritdoc/>
    public Task<Page<LedgerEntry>> ListHistoryAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default) =>
        _ledger.ListOfAsync(externalUserId, page, cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<CursorPage<LedgerEntry>> ListHistoryAsync(string externalUserId, CursorRequest page, CancellationToken cancellationToken = default) =>
        _ledger.ListOfAsync(externalUserId, page, cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<ZoneChangeResult> ChangeZoneAsync(string externalUserId, string rewardTz, CancellationToken cancellationToken = default) =>
        _zones.ChangeAsync(externalUserId, rewardTz, cancellationToken);

    /// <inheritdoc/>
    public Task<Page<ZoneEvent>> ListZoneHistoryAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default) =>
        new ZoneHistoryRepository(_database).ListOfAsync(externalUserId, page, cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<PublishResult> PublishPolicyAsync(
        string policyKey, PolicyDefinition definition, string createdBy, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(policyKey);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentException.ThrowIfNullOrWhiteSpace(createdBy);
        return _publishing.PublishAsync(policyKey, definition, createdBy, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ActivateStatus> ActivatePolicyAsync(string policyKey, int version, CancellationToken cancellationToken = default) =>
        _publishing.ActivateAsync(policyKey, version, cancellationToken);

    /// <inheritdoc/>
    public Task<PolicyVersion?> FindActivePolicyAsync(string policyKey, CancellationToken cancellationToken = default) =>
        _policies.FindActiveAsync(policyKey, cancellationToken).AsTask();

    /// <inheritdoc/>
    public Task<Page<PolicyVersion>> ListPolicyVersionsAsync(string policyKey, PageRequest page, CancellationToken cancellationToken = default) =>
        _policies.ListOfAsync(policyKey, page, cancellationToken).AsTask();
}
