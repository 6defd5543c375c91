using System.Runtime.CompilerServices;
using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Publishing and activating policies.</summary>
/// <param name="database">The database.</param>
/// <param name="models">The streak models.</param>
/// <param name="clock">The time.</param>
internal sealed class PolicyFlow(Database database, StreakModels models, TimeProvider clock)
{
    private readonly PolicyReview _review = new(models);

    /// <summary>Adds the next version of a policy, which is not active yet.</summary>
    public async Task<PublishResult> PublishAsync(string policyKey, PolicyDefinition definition, string createdBy, CancellationToken cancellationToken)
    {
        var mistakes = _review.Find(definition);
        if (mistakes.Count > 0)
        {
            return new(Version: null, mistakes);
        }

        var now = clock.Now();
        var version = await Contention.SettleAsync<PolicyVersion>(
            token => database.TransactAsync(
                async (transaction, inner) =>
                {
                    var policies = new PolicyRepository(transaction);
                    var newest = await policies.NewestAsync(policyKey, inner).ConfigureAwait(false);
                    var next = new PolicyVersion(policyKey, newest + 1, IsActive: false, definition, createdBy, now, now);
                    await policies.InsertAsync(next, inner).ConfigureAwait(false);
                    return next;
                },
                cancellationToken: token)!,
            cancellationToken).ConfigureAwait(false);
        return new(version, []);
    }

    /// <summary>Makes a version the active one. Whoever reads meanwhile finds the old one or the new one.</summary>
    public async Task<ActivateStatus> ActivateAsync(string policyKey, int version, CancellationToken cancellationToken)
    {
        var status = await Contention.SettleAsync<StrongBox<ActivateStatus>>(
            token => database.TransactAsync(
                async (transaction, inner) => new StrongBox<ActivateStatus>(await AttemptAsync(new(transaction), policyKey, version, inner).ConfigureAwait(false)),
                cancellationToken: token)!,
            cancellationToken).ConfigureAwait(false);
        return status.Value;
    }

    private async Task<ActivateStatus> AttemptAsync(PolicyRepository policies, string policyKey, int version, CancellationToken cancellationToken)
    {
        if (await policies.FindAsync(policyKey, version, cancellationToken).ConfigureAwait(false) is null)
        {
            return ActivateStatus.UnknownVersion;
        }

        var now = clock.Now();
        await policies.RetireOthersAsync(policyKey, version, now, cancellationToken).ConfigureAwait(false);
        return await policies.ActivateAsync(policyKey, version, now, cancellationToken).ConfigureAwait(false)
            ? ActivateStatus.Activated
            : ActivateStatus.AlreadyActive;
    }
}
