using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>An account for the table that is filled and emptied.</summary>
[Table("inserted")]
public sealed record NewAccount([Key] long UserId, string Email, string Username, string PassHash, long CreatedAt, long? LastLoginAt)
{
    /// <summary>Rows to insert.</summary>
    public static IReadOnlyList<NewAccount> Samples { get; } = [.. Account.Samples.Select(account =>
        new NewAccount(account.UserId, account.Email, account.Username, account.PassHash, account.CreatedAt, account.LastLoginAt))];
}
