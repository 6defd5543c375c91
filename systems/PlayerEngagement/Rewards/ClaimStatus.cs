namespace PlayerEngagement;

/// <summary>What became of a claim.</summary>
public enum ClaimStatus
{
    /// <summary>The day's reward was granted.</summary>
    Granted,

    /// <summary>This very request was granted before; the receipt is that one's.</summary>
    Repeated,

    /// <summary>The day has been rewarded already; the receipt is the first claim's.</summary>
    AlreadyRewarded,

    /// <summary>The user is not enrolled.</summary>
    UnknownUser,

    /// <summary>No version of the policy is active.</summary>
    NoActivePolicy,

    /// <summary>The correlation id belongs to another request; whose it is is not told.</summary>
    CorrelationIdTaken,
}
