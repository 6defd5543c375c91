using System.Net;
using System.Text.Json;

namespace Dowel.CoreDataTests;

/// <summary>What the service answered.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string? Code => Text.Length > 0 && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string Access => Body.GetProperty("accessToken").GetString()!;

    public string Refresh => Body.GetProperty("refreshToken").GetString()!;

    public long Id => Body.GetProperty("id").GetInt64();

    public string[] Roles => [.. Body.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)];

    public string[] Fields => [.. Body.GetProperty("errors").EnumerateObject().Select(mistake => mistake.Name).Order(StringComparer.Ordinal)];

    /// <summary>A member of each item of a page.</summary>
    public string[] Items(string member) => [.. Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(member).ToString())];

    public string? Next => Body.GetProperty("next").GetString();

    public Reply ShouldBe(HttpStatusCode status, string? code = null)
    {
        Status.ShouldBe(status, Text);
        if (code is not null)
        {
            Message.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            Code.ShouldBe(code);
            Body.GetProperty("status").GetInt32().ShouldBe((int)status);
        }

        return this;
    }
}
