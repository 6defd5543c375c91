namespace PlayerEngagement;

/// <summary>What can happen to a player's zone.</summary>
public enum ZoneEventKind
{
    /// <summary>Another zone was asked for.</summary>
    Requested,

    /// <summary>A change that was under way was called off, or another one took its place.</summary>
    Cancelled,

    /// <summary>The new zone was found to count.</summary>
    Applied,
}
