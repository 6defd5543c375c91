using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The policies.</summary>
[Repository<PolicyVersion>]
internal sealed partial class PolicyRepository
{
    /// <summary>The newest version of a policy.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>0 where there is none.</returns>
    [Query("select coalesce(max(version), 0) from xp_rules where policy_key = @policyKey")]
    public partial ValueTask<int> NewestAsync(string policyKey, CancellationToken cancellationToken = default);

    /// <summary>The version of a policy that claims go by.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where none is active.</returns>
    [Query("select {columns} from xp_rules where policy_key = @policyKey and is_active")]
    public partial ValueTask<PolicyVersion?> FindActiveAsync(string policyKey, CancellationToken cancellationToken = default);

    /// <summary>Lists the versions of a policy, the newest first.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page.</returns>
    [Query("select {columns} from xp_rules where policy_key = @policyKey order by version desc")]
    public partial ValueTask<Page<PolicyVersion>> ListOfAsync(string policyKey, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Retires the version that is active, unless it is the one that is to be.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="version">The version that is to be active.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where none was retired.</returns>
    [Query("update xp_rules set is_active = false, updated_at = @updatedAt where policy_key = @policyKey and is_active and version <> @version")]
    public partial ValueTask<bool> RetireOthersAsync(string policyKey, int version, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);

    /// <summary>Makes a version active.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="version">The version.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such version, or it was active.</returns>
    [Query("update xp_rules set is_active = true, updated_at = @updatedAt where policy_key = @policyKey and version = @version and not is_active")]
    public partial ValueTask<bool> ActivateAsync(string policyKey, int version, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);
}
