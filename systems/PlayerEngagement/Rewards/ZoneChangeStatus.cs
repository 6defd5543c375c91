namespace PlayerEngagement;

/// <summary>What became of a wish for another zone.</summary>
public enum ZoneChangeStatus
{
    /// <summary>The change is under way.</summary>
    Scheduled,

    /// <summary>The zone counts already, or the same change was under way already.</summary>
    Unchanged,

    /// <summary>The zone counts already, and the change that was under way was called off.</summary>
    Cancelled,

    /// <summary>There is no such IANA zone.</summary>
    UnknownZone,

    /// <summary>The user is not enrolled.</summary>
    UnknownUser,
}
