using System.Security.Cryptography;
using System.Text;

namespace Dowel.HostProcesses;

/// <summary>A user who has a token.</summary>
/// <param name="Name">What the user is called.</param>
internal sealed record Member(string Name)
{
    private const int TokenLength = 43;

    /// <summary>Opens the service.</summary>
    public string Token { get; } = Name.PadRight(TokenLength, '_');

    /// <summary>Adds users with tokens past the service, whose passwords would take their time; the first is an admin.</summary>
    /// <param name="place">Where the service's data is; its schema is there.</param>
    /// <param name="count">How many.</param>
    public static async Task<IReadOnlyList<Member>> AddAsync(HostPlace place, int count)
    {
        Member[] members = [.. Enumerable.Range(0, count).Select(number => new Member($"member-{number}"))];
        var users = string.Join(',', members.Select(member => $"('{member.Name}', '{member.Name}')"));
        var hashes = string.Join(',', members.Select(member => $"('{member.Name}', '{member.Hash()}')"));
        await using var connection = await place.ConnectAsync("core_data");
        await connection.ExecuteAsync($"""
            begin;
            insert into users (email, display_name) values {users};
            insert into sessions (user_id) select user_id from users;
            with given (name, hash) as (values {hashes})
            insert into user_tokens (user_id, token_hash, purpose, expires_at)
                select user_id, hash, 'access', '2099-12-31T00:00:00.000000Z' from given join users on email = name;
            insert into session_tokens (token_id, session_id)
                select token_id, session_id from user_tokens join sessions on sessions.user_id = user_tokens.user_id;
            insert into user_roles (user_id, role) select user_id, 'admin' from users where email = '{members[0].Name}';
            commit;
            """);
        return members;
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Token)));
}
