namespace PlayerEngagement;

/// <summary>What became of a credit or debit.</summary>
public enum PostStatus
{
    /// <summary>It was entered.</summary>
    Posted,

    /// <summary>This very request was entered before; the entry is that one.</summary>
    Repeated,

    /// <summary>The balance would fall below zero; nothing was entered.</summary>
    InsufficientBalance,

    /// <summary>The user is not enrolled.</summary>
    UnknownUser,

    /// <summary>The correlation id belongs to another request; whose it is is not told.</summary>
    CorrelationIdTaken,
}
