using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dowel.HostProcesses;

/// <summary>Sends requests to a service that may end at any moment.</summary>
/// <param name="host">The service.</param>
internal sealed class Client(HostProcess host) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(40) };

    /// <summary>Sends a request.</summary>
    /// <param name="member">As whom.</param>
    /// <param name="method">How.</param>
    /// <param name="path">Where to.</param>
    /// <param name="body">What; null for nothing.</param>
    /// <param name="key">The idempotency key; null for none.</param>
    /// <returns>The answer; null where there was none, since the service has ended.</returns>
    public async Task<Answer?> SendAsync(Member member, HttpMethod method, string path, object? body = null, Guid? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", member.Token);
        if (key is { } id)
        {
            request.Headers.Add("Idempotency-Key", id.ToString());
        }

        try
        {
            using var response = await _http.SendAsync(request);
            return new(response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>What the service answers.</summary>
    /// <param name="Status">How.</param>
    /// <param name="Body">What.</param>
    internal sealed record Answer(HttpStatusCode Status, string Body)
    {
        /// <summary>Whether it was done.</summary>
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>The id of what was made.</summary>
        public string Id => JsonDocument.Parse(Body).RootElement.GetProperty("id").GetString()!;
    }
}
