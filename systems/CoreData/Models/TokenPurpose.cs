namespace CoreData;

/// <summary>What a token opens; it opens nothing else.</summary>
public enum TokenPurpose
{
    /// <summary>The service, any number of times.</summary>
    Access,

    /// <summary>New tokens for the same login, once.</summary>
    Refresh,

    /// <summary>Shows that an address is read, once.</summary>
    EmailVerification,

    /// <summary>A new password, once.</summary>
    PasswordReset,
}
