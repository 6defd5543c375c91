using System.Net.Http.Headers;
using System.Text;
using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Requests that are wrong: each is told where, and changes nothing.</summary>
public abstract class InputContract(SharedHost host) : HostContract(host)
{
    private const string Projects = "/workspaces/projects";
    private const string File = "/workspaces/projects/{project}/files/x";
    private const string Agent = "/workspaces/projects/{project}/agent";
    private const string Moves = "/workspaces/projects/{project}/moves";
    private const string Postings = "/xp/players/1/postings";
    private const string Policies = "/xp/policies/input/versions";

    [Theory]
    [InlineData("POST", Projects, "{}", "name")]
    [InlineData("POST", Projects, """{"name":""}""", "name")]
    [InlineData("POST", Projects, """{"name":"   "}""", "name")]
    [InlineData("POST", Projects, """{"name":null}""", "name")]
    [InlineData("PUT", File, "{}", "content")]
    [InlineData("PUT", File, """{"content":null}""", "content")]
    [InlineData("POST", Moves, """{"from":"a"}""", "to")]
    [InlineData("POST", Moves, """{"from":"","to":"b"}""", "from")]
    [InlineData("PUT", Agent, "{}", "goal,notes,status")]
    [InlineData("PUT", Agent, """{"status":"idle","goal":"","step":-1,"notes":[]}""", "step")]
    [InlineData("POST", "/deploy/deployments", "{}", "image,name")]
    [InlineData("POST", "/deploy/deployments", """{"name":"n","image":"i","replicas":0}""", "replicas")]
    [InlineData("POST", "/deploy/deployments", """{"name":"n","image":"i","ports":[{"outside":0,"inside":70000}]}""", "ports[0].inside,ports[0].outside")]
    [InlineData("POST", "/deploy/deployments/x/end", """{"succeeded":false}""", "failure")]
    [InlineData("POST", "/deploy/deployments/x/end", """{"succeeded":true,"failure":"no"}""", "failure")]
    [InlineData("POST", "/deploy/deployments/x/end", """{"failure":"no"}""", "succeeded")]
    [InlineData("PUT", "/deploy/services/x", "{}", "deploymentId")]
    [InlineData("PATCH", "/deploy/services/x", "{}", "status")]
    [InlineData("POST", "/deploy/users", """{"id":"x","email":"nobody"}""", "email")]
    [InlineData("PUT", "/deploy/users/x/role", "{}", "role")]
    [InlineData("POST", "/xp/player", "{}", "rewardTz")]
    [InlineData("PUT", "/xp/player/zone", """{"rewardTz":""}""", "rewardTz")]
    [InlineData("PUT", "/xp/policies/input/active", "{}", "version")]
    [InlineData("PUT", "/xp/players/1/segment", """{"segment":""}""", "segment")]
    [InlineData("POST", Postings, """{"amount":1}""", "reason")]
    [InlineData("POST", Postings, """{"amount":0,"reason":"gift"}""", "amount")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"DAILY_LOGIN"}""", "reason")]
    [InlineData("POST", Postings, """{"amount":1000000000001,"reason":"gift"}""", "amount")]
    [InlineData("POST", Policies, """{"baseXp":0}""", "definition")]
    [InlineData("POST", Policies, """{"baseXp":1,"streak":{"model":"none-of-that-name"}}""", "definition")]
    [InlineData("GET", "/workspaces/projects?limit=0", null, "limit")]
    [InlineData("GET", "/workspaces/projects?limit=501", null, "limit")]
    [InlineData("GET", "/xp/ledger/pages?offset=-1&limit=0", null, "limit,offset")]
    [InlineData("GET", "/core/users?limit=0", null, "limit")]
    [InlineData("POST", "/core/users", "{}", "displayName,email,password")]
    public async Task A_wrong_field_is_named_as_JSON_names_it(string method, string path, string? body, string fields)
    {
        var reply = await SendAsync(method, path, body);

        string.Join(',', reply.ShouldFail(400).Fields).ShouldBe(fields);
    }

    [Theory]
    [InlineData("POST", Projects, "", "")]
    [InlineData("POST", Projects, "{", "$")]
    [InlineData("POST", Projects, "null", "")]
    [InlineData("POST", Projects, "[]", "$")]
    [InlineData("POST", Projects, """{"name":"x"} {}""", "$")]
    [InlineData("POST", Projects, """{"name":1}""", "$.name")]
    [InlineData("POST", Projects, """{"name":"a","name":"b"}""", "$")]
    [InlineData("POST", Projects, """{"name":{"a":1}}""", "$.name")]
    [InlineData("POST", Projects, """{"name":"a\u0000b"}""", "$.name")]
    [InlineData("POST", Projects, """{"name":"\ud800"}""", "$.name")]
    [InlineData("POST", Projects, """{"name":"\udc00x"}""", "$.name")]
    [InlineData("PUT", File, """{"content":"\u0000"}""", "$.content")]
    [InlineData("PUT", File, """{"content":"\ud83d"}""", "$.content")]
    [InlineData("POST", Moves, """{"from":"x","to":"\u0000"}""", "$.to")]
    [InlineData("PUT", Agent, """{"status":1,"goal":"","step":1,"notes":[]}""", "$.status")]
    [InlineData("PUT", Agent, """{"status":"1","goal":"","step":1,"notes":[]}""", "$.status")]
    [InlineData("PUT", Agent, """{"status":"asleep","goal":"","step":1,"notes":[]}""", "$.status")]
    [InlineData("PUT", Agent, """{"status":"idle","goal":"","step":2147483648,"notes":[]}""", "$.step")]
    [InlineData("PUT", Agent, """{"status":"idle","goal":"","step":1.5,"notes":[]}""", "$.step")]
    [InlineData("PUT", Agent, """{"status":"idle","goal":"","step":1,"notes":["\u0000"]}""", "$.notes[0]")]
    [InlineData("PUT", "/deploy/users/x/role", """{"role":"emperor"}""", "$.role")]
    [InlineData("POST", "/deploy/deployments", """{"name":"n","image":"i","environment":{"K":"\u0000"}}""", "$.environment")]
    [InlineData("POST", "/deploy/deployments", """{"name":"n","image":"i","environment":{"a\u0000":"v"}}""", "$.environment")]
    [InlineData("POST", "/deploy/deployments", """{"name":"n","image":"i","environment":{"\ud800":"v"}}""", "$.environment")]
    [InlineData("POST", Postings, """{"amount":99999999999999999999,"reason":"gift"}""", "$.amount")]
    [InlineData("POST", Postings, """{"amount":1e400,"reason":"gift"}""", "$.amount")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"gift","metadata":{"a":"\u0000"}}""", "")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"gift","metadata":{"a":{"b\u0000":[1]}}}""", "")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"gift","metadata":{"a":["\ud800"]}}""", "")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"gift","metadata":{"a":1,"a":2}}""", "")]
    [InlineData("POST", Postings, """{"amount":1,"reason":"gift","metadata":[]}""", "$.metadata")]
    [InlineData("POST", Policies, """{"baseXp":1,"streak":{"model":"consecutive","options":{"a":"\u0000"}}}""", "")]
    [InlineData("POST", Policies, """{"baseXp":1,"segments":{"a\u0000":{"baseXp":2}}}""", "")]
    [InlineData("POST", Policies, """{"baseXp":1,"seasons":[{"id":"s","from":"2026-02-30","through":"2026-03-01"}]}""", "$.seasons[0].from")]
    [InlineData("POST", Policies, """{"baseXp":1,"curve":[null]}""", "")]
    [InlineData("POST", Policies, """{"baseXp":1,"seasons":[null]}""", "")]
    public async Task JSON_that_cannot_be_read_is_told_its_place(string method, string path, string body, string place)
    {
        var reply = await SendAsync(method, path, body);

        reply.ShouldFail(400).Text.ShouldContain(place);
    }

    [Theory]
    [InlineData("/workspaces/projects?limit=many", "limit")]
    [InlineData("/workspaces/projects?limit=99999999999", "limit")]
    [InlineData("/workspaces/projects?limit=1&limit=2", "limit")]
    [InlineData("/xp/ledger/pages?total=perhaps", "total")]
    [InlineData("/xp/ledger/pages?offset=1e3", "offset")]
    [InlineData("/deploy/deployments?status=lost", "status")]
    [InlineData("/deploy/deployments?status=1", "status")]
    [InlineData("/deploy/deployments?status=", "status")]
    [InlineData("/deploy/deployments?status=running,failed", "status")]
    [InlineData("/workspaces/agents", "status")]
    [InlineData("/workspaces/agents?status=7", "status")]
    public async Task A_wrong_part_of_a_query_is_named(string path, string name) => (await SendAsync("GET", path, null)).ShouldFail(400).Body.GetProperty("detail").GetString()!.ShouldContain($"\"{name}\"", Case.Sensitive);

    [Theory]
    [InlineData("/workspaces/projects?after=nowhere")]
    [InlineData("/workspaces/projects?after=%ED%A0%80")]
    [InlineData("/workspaces/projects/{project}/files?after=bm93aGVyZQ")]
    [InlineData("/deploy/deployments/history?after=AAAA")]
    [InlineData("/deploy/users?after=%F0%9F%98%80")]
    [InlineData("/xp/ledger?after=%20")]
    public async Task What_is_no_place_in_a_list_is_refused(string path) => (await SendAsync("GET", path, null)).ShouldFail(400, "DWL4014");

    [Theory]
    [InlineData("GET", "/workspaces/projects?name=a%00b", 400)]
    [InlineData("GET", "/workspaces/projects?na%00me=a", 400)]
    [InlineData("GET", "/workspaces/projects?name=%ED%A0%80", 200)]
    [InlineData("GET", "/workspaces/projects?name=%FF%FE", 200)]
    [InlineData("GET", "/workspaces/projects?name=%25_%27%3B--", 200)]
    [InlineData("GET", "/workspaces/projects/not-an-id", 404)]
    [InlineData("GET", "/workspaces/projects/%7B00000000-0000-0000-0000-000000000000%7D", 404)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PATCH", "/workspaces/projects", 405)]
    [InlineData("GET", "/core/users/99999999999999999999", 404)]
    [InlineData("GET", "/deploy/deployments/%20", 404)]
    [InlineData("GET", "/deploy/deployments/%FF", 404)]
    [InlineData("POST", "/xp/claims?policy=", 400)]
    [InlineData("POST", "/xp/claims?policy=%20", 409)]
    [InlineData("GET", "/xp/policies/%20", 404)]
    [InlineData("POST", "/xp/policies/%20/versions", 400)]
    public async Task Strange_addresses_are_answered(string method, string path, int status) =>
        (await SendAsync(method, path, method == "POST" ? """{"baseXp":1}""" : null)).ShouldBe(status);

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/json; charset=utf-16", 400)]
    [InlineData(null, 415)]
    public async Task A_body_is_JSON(string? type, int status)
    {
        var user = await Host.AddAsync("input");
        var content = new ByteArrayContent("""{"name":"x"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        (await user.SendAsync("POST", Projects, content)).ShouldFail(status);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused()
    {
        var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        (await (await Host.AddAsync("input")).SendAsync("POST", Projects, content)).ShouldFail(400);
    }

    [Fact]
    public async Task A_body_is_a_megabyte_at_most()
    {
        var user = await Host.AddAsync("input");
        var file = (await user.PostAsync(Projects, new { name = "x" })).ShouldBe(201).Headers.Location! + "/files/x";

        (await user.PutAsync(file, new { content = new string('x', 1_000_000) })).ShouldBe(201);
        (await user.GetAsync(file)).Body.GetProperty("content").GetString()!.Length.ShouldBe(1_000_000);
        (await user.SendAsync("PUT", file, new { content = new string('x', 2_000_000) }, ("Expect", "100-continue"))).ShouldFail(413);
        using var unknown = new ChunkedContent(Encoding.UTF8.GetBytes($"{{\"content\":\"{new string('x', 2_000_000)}\"}}"));
        await RefuseAsync(user, file, unknown);
        (await user.GetAsync(file)).Body.GetProperty("content").GetString()!.Length.ShouldBe(1_000_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF\u202E é e\u0301 日本語 😀 \u0001\t\r\n\\ \" ' ; --")]
    [InlineData("\uFFFF\uFDD0\uE000")]
    public async Task Any_other_text_comes_back(string text)
    {
        var user = await Host.AddAsync("input");
        var made = (await user.PostAsync(Projects, new { name = "x" + text, description = text })).ShouldBe(201);

        made.Body.GetProperty("description").GetString().ShouldBe(text);
        (await user.GetAsync(made.Headers.Location!.ToString())).Text.ShouldBe(made.Text);
        (await user.GetAsync($"{Projects}?name={Uri.EscapeDataString(text)}")).ShouldBe(200).All("description").ShouldBe([text]);
    }

    // The server may answer and hang up before it has been sent all.
    private static async Task RefuseAsync(User user, string file, HttpContent content)
    {
        try
        {
            (await user.PutAsync(file, content)).ShouldFail(413);
        }
        catch (HttpRequestException error)
        {
            error.InnerException.ShouldBeOfType<IOException>();
        }
    }

    private async Task<Reply> SendAsync(string method, string path, string? body)
    {
        var admin = await Host.AdminAsync(); // may do everything, so that nothing but the request is wrong
        var project = (await admin.PostAsync(Projects, new { name = $"{Guid.NewGuid()}" })).ShouldBe(201).Id;
        await admin.PostAsync("/xp/player", new { rewardTz = "Europe/Berlin" });
        var before = await Running.Tables.WorkspacesAsync();
        var reply = await admin.SendAsync(method, path.Replace("{project}", $"{project}", StringComparison.Ordinal), body, ("Idempotency-Key", $"{Guid.NewGuid()}"));
        (await Running.Tables.WorkspacesAsync()).ShouldBe(before);
        return reply;
    }
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteInput(SqliteHost host) : InputContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresInput(PostgresHost host) : InputContract(host);
