namespace PlayerEngagement;

/// <summary>What became of an enrolment.</summary>
public enum EnrollStatus
{
    /// <summary>The user is new here.</summary>
    Enrolled,

    /// <summary>The user was here before, and nothing was changed.</summary>
    AlreadyEnrolled,

    /// <summary>There is no such IANA zone.</summary>
    UnknownZone,
}
