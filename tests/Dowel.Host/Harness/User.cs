using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Dowel.HostTests;

/// <summary>Somebody who sends requests. Every answer is looked at: it fails as it should, and says nothing that it should not.</summary>
public sealed record User(RunningHost Host, string Email, string? Token, long Id)
{
    public const string Password = "correct horse battery staple";

    public static Task<Reply> RegisterAsync(RunningHost host, string email) =>
        new User(host, email, null, 0).PostAsync("/core/users", new { email, displayName = email.Split('@')[0], password = Password });

    public static async Task<User> LogInAsync(RunningHost host, string email)
    {
        var tokens = (await new User(host, email, null, 0).PostAsync("/core/sessions", new { email, password = Password })).ShouldBe(200);
        var user = new User(host, email, tokens.Body.GetProperty("accessToken").GetString(), 0);
        return user with { Id = (await user.GetAsync("/core/me")).ShouldBe(200).Body.GetProperty("id").GetInt64() };
    }

    public static async Task<User> AddAsync(RunningHost host, string email)
    {
        (await RegisterAsync(host, email)).ShouldBe(201);
        return await LogInAsync(host, email);
    }

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<Reply> PostAsync(string path, object? body = null) => SendAsync("POST", path, body);

    public Task<Reply> PutAsync(string path, object? body = null) => SendAsync("PUT", path, body);

    public Task<Reply> ClaimAsync(Guid key, string query = "") => SendAsync("POST", "/xp/claims" + query, null, ("Idempotency-Key", key.ToString()));

    public async Task<Reply> SendAsync(string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.RelativeOrAbsolute));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body),
        };
        request.Headers.Authorization = Token is null ? null : new("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var sent = body is HttpContent ? "" : await (request.Content?.ReadAsStringAsync() ?? Task.FromResult(""));
        var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = new Reply(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        ProblemRules.Check($"{method} {path}", sent, reply);
        return reply;
    }
}
