using System.Net.Http.Headers;
using System.Text.Json;

namespace Dowel.HostTests;

/// <summary>What the service answered.</summary>
public sealed record Reply(HttpResponseMessage Message, string Text)
{
    public int Status => (int)Message.StatusCode;

    public HttpResponseHeaders Headers => Message.Headers;

    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string? Code => Text.StartsWith('{') && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Title => Body.TryGetProperty("title", out var title) ? title.GetString() : null;

    /// <summary>Which fields are wrong.</summary>
    public string[] Fields => [.. Body.GetProperty("errors").EnumerateObject().Select(mistake => mistake.Name).Order(StringComparer.Ordinal)];

    public JsonElement[] Values => [.. Body.GetProperty("values").EnumerateArray()];

    public string? Next => Body.GetProperty("next").GetString();

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string[] All(string member) => [.. Values.Select(item => item.GetProperty(member).ToString())];

    public Reply ShouldBe(params int[] statuses)
    {
        Status.ShouldBeOneOf(statuses, $"{Message.RequestMessage!.Method} {Message.RequestMessage.RequestUri} {Text}");
        return this;
    }

    public Reply ShouldFail(int status, string? code = null)
    {
        ShouldBe(status);
        Code.ShouldBe(code ?? Code, Text);
        return this;
    }

    /// <summary>The answer without what differs from request to request.</summary>
    public string Shape() => Text.Length == 0 ? $"{Status}" : $"{Status} {string.Join(", ", Body.EnumerateObject().Where(part => part.Name != "traceId"))}";
}
