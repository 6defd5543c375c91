using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>What is read and written: six columns, one of them null in every second row.</summary>
[Table("accounts")]
public sealed record Account([Key] long UserId, string Email, string Username, string PassHash, long CreatedAt, long? LastLoginAt)
{
    /// <summary>How many rows the table has.</summary>
    public const int Count = 10_000;

    /// <summary>How many rows a list has.</summary>
    public const int ListCount = 1000;

    /// <summary>How many rows are inserted in one transaction.</summary>
    public const int InsertCount = 10_000;

    /// <summary>The table's columns but for its key, which each engine spells in its own way.</summary>
    public const string Rest =
        "email text not null, username text not null, pass_hash text not null, created_at bigint not null, last_login_at bigint";

    /// <summary>The columns by the names of the properties, as mappers by name want them.</summary>
    public const string Named =
        "user_id as \"UserId\", email as \"Email\", username as \"Username\", pass_hash as \"PassHash\", created_at as \"CreatedAt\", last_login_at as \"LastLoginAt\"";

    /// <summary>An insert with parameters by the properties' names.</summary>
    public const string NamedInsert = "insert into inserted values (@UserId, @Email, @Username, @PassHash, @CreatedAt, @LastLoginAt)";

    /// <summary>Rows to insert.</summary>
    public static IReadOnlyList<Account> Samples { get; } = [.. Enumerable.Range(1, Math.Max(Count, InsertCount)).Select(Make)];

    private static Account Make(int id) => new(
        id, $"somebody.{id}@example.org", $"somebody-{id}", "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub", 1_790_000_000 + id, id % 2 == 0 ? null : 1_795_000_000 + id);
}
