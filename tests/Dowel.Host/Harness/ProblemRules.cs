using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dowel.HostTests;

/// <summary>What every answer must be like that refuses something.</summary>
internal static partial class ProblemRules
{
    private const int ShortestTelling = 6;

    public static void Check(string request, string sent, Reply reply)
    {
        if (reply.Status < 400 || request.Contains("/health/", StringComparison.Ordinal))
        {
            return;
        }

        var told = $"{request} answered {reply.Status} {reply.Text}";
        reply.Message.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", told);
        reply.Body.GetProperty("status").GetInt32().ShouldBe(reply.Status, told);
        reply.Title.ShouldNotBeNullOrEmpty(told);
        reply.Headers.Contains("WWW-Authenticate").ShouldBe(reply.Status == 401, told);
        (reply.Headers.RetryAfter?.Delta > TimeSpan.Zero).ShouldBe(reply.Status is 429 or 503, told);
        Secret().Match(reply.Text).Value.ShouldBeEmpty(told);
        if (reply.Code?.StartsWith("DWL", StringComparison.Ordinal) == true)
        {
            Texts(sent).ShouldAllBe(text => !reply.Text.Contains(text, StringComparison.Ordinal), told);
        }
    }

    // SQL, stacks, types of the program or its libraries, folders, what a driver says, and what belongs to the server.
    [GeneratedRegex(
        @"\b(select|insert into|update \w+ set|delete from)\b|\bat \w+(\.\w+)+\(|\w\.cs\b|(System|Microsoft|Npgsql|Dowel|SystemsHost|Workspaces|DeployStore)\.\w+|/(tmp|home|work|root|var)/|SQLite Error|SqlState|Data Source|Host=|"
        + RunningHost.ServerPassword,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    private static IEnumerable<string> Texts(string json)
    {
        try
        {
            return json.Length == 0 ? [] : [.. Texts(JsonDocument.Parse(json).RootElement).Where(text => text.Length >= ShortestTelling)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
