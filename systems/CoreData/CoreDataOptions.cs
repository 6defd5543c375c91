namespace CoreData;

/// <summary>How long things last, and where messages go.</summary>
public sealed class CoreDataOptions
{
    /// <summary>How long an access token is good; 15 minutes.</summary>
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a refresh token is good, so how long a login lasts that is not used; 30 days.</summary>
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long one has for a new password; an hour.</summary>
    public TimeSpan PasswordResetLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one has to show who reads an address; 3 days.</summary>
    public TimeSpan EmailVerificationLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long after a message a user is sent no other of its kind; a minute.</summary>
    public TimeSpan MessagePause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often what has expired is cleared away; an hour.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The folder that messages are written to; null for <c>core-data/messages</c> in the user's folder for programs' data.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>How long a token is good.</summary>
    /// <param name="purpose">What it is good for.</param>
    /// <returns>The time from when it is handed out.</returns>
    internal TimeSpan LifetimeOf(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Access => AccessLifetime,
        TokenPurpose.Refresh => RefreshLifetime,
        TokenPurpose.EmailVerification => EmailVerificationLifetime,
        TokenPurpose.PasswordReset => PasswordResetLifetime,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Not a purpose."),
    };
}
