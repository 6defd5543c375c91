using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dowel.Benchmarks;

/// <summary>The users of a race, added past the service: user N has the id N, and N in 43 digits for a token. The first is an admin.</summary>
/// <param name="place">Where the service's data is; its schema is there.</param>
internal sealed class Crowd(RacePlace place)
{
    private const int Chunk = 2000;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds users until there are so many.</summary>
    public async Task GrowAsync(long count)
    {
        while (Count < count)
        {
            await AddAsync(Count + 1, Chunk);
            Count += Chunk;
        }

        if (await place.CountAsync("core_data", "select max(user_id) from users") != Count)
        {
            throw new InvalidOperationException("The numbers of users are not their ids.");
        }
    }

    /// <summary>The token of a user.</summary>
    public static string TokenOf(long user) => user.ToString("D43", CultureInfo.InvariantCulture);

    private async Task AddAsync(long first, int count)
    {
        var numbers = Enumerable.Range(0, count).Select(offset => first + offset).ToList();
        string Rows(Func<long, string> row) => string.Join(',', numbers.Select(row));
        var role = first == 1 ? "insert into user_roles (user_id, role) values (1, 'admin');" : "";
        await place.ExecuteAsync(
            "core_data",
            $"""
            begin;
            insert into users (email, display_name) values {Rows(number => $"('user-{number}@example.org', 'User {number}')")};
            insert into sessions (user_id) values {Rows(number => $"({number})")};
            insert into user_tokens (user_id, token_hash, purpose, expires_at)
                values {Rows(number => $"({number}, '{HashOf(number)}', 'access', '2099-12-31T00:00:00.000000Z')")};
            insert into session_tokens (token_id, session_id)
                select token_id, session_id from user_tokens t join sessions s on s.user_id = t.user_id where t.user_id >= {first};
            {role}
            commit;
            """);
        await place.ExecuteAsync("xp", $"insert into xp_users (external_user_id, reward_tz) values {Rows(number => $"('{number}', 'Europe/Berlin')")};");
    }

    private static string HashOf(long user) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(TokenOf(user))));
}
