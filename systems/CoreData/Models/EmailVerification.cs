using Dowel.Data;

namespace CoreData;

/// <summary>An address that its user has shown to read.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Email">The address.</param>
/// <param name="VerifiedAt">When that was shown.</param>
[Table("email_verifications")]
public sealed record EmailVerification([Key] UserId UserId, [Key] string Email, DateTimeOffset VerifiedAt);
