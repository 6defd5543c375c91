namespace CoreData;

/// <summary>What the audit trail tells.</summary>
public static class AuditActions
{
    /// <summary>Somebody registered.</summary>
    public const string UserRegistered = "user.registered";

    /// <summary>An admin locked a user out.</summary>
    public const string UserDisabled = "user.disabled";

    /// <summary>An admin let a user in again.</summary>
    public const string UserEnabled = "user.enabled";

    /// <summary>Somebody logged in.</summary>
    public const string SessionOpened = "session.opened";

    /// <summary>Somebody logged out.</summary>
    public const string SessionClosed = "session.closed";

    /// <summary>Somebody logged out everywhere.</summary>
    public const string SessionsClosed = "sessions.closed";

    /// <summary>A refresh token came a second time, so that its login was closed.</summary>
    public const string SessionReused = "session.reused";

    /// <summary>Somebody changed their password.</summary>
    public const string PasswordChanged = "password.changed";

    /// <summary>A message with a token for a new password was made.</summary>
    public const string PasswordResetRequested = "password.reset_requested";

    /// <summary>Somebody got a new password by a token.</summary>
    public const string PasswordReset = "password.reset";

    /// <summary>A message with a token that shows who reads an address was made.</summary>
    public const string EmailVerificationRequested = "email.verification_requested";

    /// <summary>Somebody showed to read their address.</summary>
    public const string EmailVerified = "email.verified";

    /// <summary>A user was given a role.</summary>
    public const string RoleGranted = "role.granted";

    /// <summary>A user lost a role.</summary>
    public const string RoleRevoked = "role.revoked";
}
