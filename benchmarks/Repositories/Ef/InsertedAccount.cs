namespace Dowel.Benchmarks;

/// <summary>An account that EF Core inserts.</summary>
internal sealed class InsertedAccount
{
    public long UserId { get; set; }

    public required string Email { get; set; }

    public required string Username { get; set; }

    public required string PassHash { get; set; }

    public long CreatedAt { get; set; }

    public long? LastLoginAt { get; set; }

    public static InsertedAccount Of(Account account) => new()
    {
        UserId = account.UserId,
        Email = account.Email,
        Username = account.Username,
        PassHash = account.PassHash,
        CreatedAt = account.CreatedAt,
        LastLoginAt = account.LastLoginAt,
    };
}
