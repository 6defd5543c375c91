namespace PlayerEngagement;

/// <summary>What became of a credit or debit.</summary>
/// <param name="Status">Whether it was entered, or why not.</param>
/// <param name="Entry">The entry; null where there is none.</param>
public sealed record PostResult(PostStatus Status, LedgerEntry? Entry = null);
