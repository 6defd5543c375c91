using Dowel.Data;

namespace PlayerEngagement;

/// <summary>A version of a policy; what it says never changes.</summary>
/// <param name="PolicyKey">The policy.</param>
/// <param name="Version">Which version, from 1.</param>
/// <param name="IsActive">Whether claims go by it; one version of a policy is.</param>
/// <param name="Definition">What it says.</param>
/// <param name="CreatedBy">Who published it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="UpdatedAt">When it was last activated or retired.</param>
[Table("xp_rules")]
public sealed record PolicyVersion(
    [Key] string PolicyKey,
    [Key] int Version,
    bool IsActive,
    [Json(typeof(EngagementJson))] PolicyDefinition Definition,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
