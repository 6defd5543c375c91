namespace PlayerEngagement;

/// <summary>What became of a version that was to be active.</summary>
public enum ActivateStatus
{
    /// <summary>It is active now, and no other of its policy is.</summary>
    Activated,

    /// <summary>It was active before.</summary>
    AlreadyActive,

    /// <summary>There is no such version.</summary>
    UnknownVersion,
}
