using Dowel.Data;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>Two users who would have each other's projects: neither finds out that there is anything to have.</summary>
public abstract class OwnershipContract(SharedHost host) : HostContract(host)
{
    private static IEnumerable<EndpointCase> OfProjects => EndpointTable.All.Where(endpoint => endpoint.Route.Contains("{id:guid}", StringComparison.Ordinal) && endpoint.Route.StartsWith("/workspaces", StringComparison.Ordinal));

    private static IEnumerable<EndpointCase> Lists => EndpointTable.All.Where(endpoint => endpoint.Name is "GET /workspaces/projects" or "GET /workspaces/agents");

    [Fact]
    public void Every_endpoint_of_the_workspaces_is_tried() => OfProjects.Concat(Lists).Select(endpoint => endpoint.Name).Append("POST /workspaces/projects")
        .ShouldBe(EndpointTable.All.Where(endpoint => endpoint.Route.StartsWith("/workspaces", StringComparison.Ordinal)).Select(endpoint => endpoint.Name), ignoreOrder: true);

    [Fact]
    public async Task Whatever_is_done_to_anothers_project_it_is_not_there()
    {
        var (ann, eve) = (await AddAsync("ann"), await AddAsync("eve"));
        foreach (var (hers, other) in ((Owner, Owner)[])[(ann, eve), (eve, ann)])
        {
            foreach (var endpoint in OfProjects)
            {
                var before = await Running.Tables.WorkspacesAsync();

                var absent = await SendAsync(other.User, endpoint, Guid.NewGuid());
                var reply = await SendAsync(other.User, endpoint, hers.Project);

                reply.ShouldBe(404).Shape().ShouldBe(absent.Shape(), endpoint.Name);
                (await Running.Tables.WorkspacesAsync()).ShouldBe(before, endpoint.Name);
            }
        }
    }

    [Fact]
    public async Task Who_says_to_be_the_owner_is_not_believed()
    {
        var (ann, eve) = (await AddAsync("ann"), await AddAsync("eve"));
        var owner = await Running.Tables.QueryAsync(SystemNames.Workspaces, $"select id from users where external_id = '{ann.User.Id}'");
        foreach (var endpoint in OfProjects)
        {
            foreach (var name in (string[])[owner, $"{ann.User.Id}"])
            {
                var before = await Running.Tables.WorkspacesAsync();

                var reply = await SmuggleAsync(eve.User, endpoint, ann.Project, name);

                reply.ShouldBe(404);
                reply.Text.ShouldNotContain(ann.Secret);
                (await Running.Tables.WorkspacesAsync()).ShouldBe(before, endpoint.Name);
            }
        }

        foreach (var endpoint in Lists)
        {
            (await SmuggleAsync(eve.User, endpoint, ann.Project, owner)).ShouldBe(200).Text.ShouldNotContain(ann.Name);
        }
    }

    [Fact]
    public async Task A_project_that_is_made_in_anothers_name_is_ones_own()
    {
        var (ann, eve) = (await AddAsync("ann"), await AddAsync("eve"));
        var owner = await Running.Tables.QueryAsync(SystemNames.Workspaces, $"select id from users where external_id = '{ann.User.Id}'");

        var made = (await eve.User.SendAsync(
            "POST", $"/workspaces/projects?owner={owner}&ownerId={owner}", new { name = "planted", owner, ownerId = owner, owner_id = owner, id = ann.Project }, ("X-Owner", owner))).ShouldBe(201);

        made.Id.ShouldNotBe(ann.Project);
        (await ann.User.GetAsync("/workspaces/projects")).All("name").ShouldBe([ann.Name]);
        (await eve.User.GetAsync("/workspaces/projects")).All("name").ShouldBe([eve.Name, "planted"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_name_that_another_has_is_free_and_ones_own_is_not()
    {
        var (ann, eve) = (await AddAsync("ann"), await AddAsync("eve"));
        var same = new { name = ann.Name };

        var made = (await eve.User.PostAsync("/workspaces/projects", same)).ShouldBe(201);
        (await eve.User.PostAsync("/workspaces/projects", same)).ShouldFail(409, "DWL4001");
        (await eve.User.SendAsync("PUT", $"/workspaces/projects/{eve.Project}", same, ("If-Match", "\"1\""))).ShouldFail(409, "DWL4001");
        (await eve.User.DeleteAsync($"/workspaces/projects/{made.Id}")).ShouldBe(204);
        (await eve.User.SendAsync("PUT", $"/workspaces/projects/{eve.Project}", same, ("If-Match", "\"1\""))).ShouldBe(200);
    }

    [Fact]
    public async Task Lists_show_ones_own_whatever_place_they_go_on_from()
    {
        var (ann, eve) = (await AddAsync("ann"), await AddAsync("eve"));
        await ann.User.PostAsync("/workspaces/projects", new { name = "another of ann" });
        await ann.User.PutAsync($"/workspaces/projects/{ann.Project}/files/z.txt", new { content = ann.Secret });
        var projects = (await ann.User.GetAsync("/workspaces/projects?limit=1")).Next!;
        var files = (await ann.User.GetAsync($"/workspaces/projects/{ann.Project}/files?limit=1")).Next!;

        (await eve.User.GetAsync($"/workspaces/projects?after={Uri.EscapeDataString(projects)}")).ShouldBe(200).All("id").ShouldBeSubsetOf([$"{eve.Project}"]);
        (await eve.User.GetAsync($"/workspaces/projects/{ann.Project}/files?after={Uri.EscapeDataString(files)}")).ShouldBe(404);
        (await eve.User.GetAsync($"/workspaces/projects/{eve.Project}/files?after={Uri.EscapeDataString(files)}")).ShouldBe(200).All("content").ShouldNotContain(ann.Secret);
        (await eve.User.GetAsync($"/workspaces/projects?name={ann.Name}")).Values.ShouldBeEmpty();
        (await eve.User.GetAsync("/workspaces/agents?status=running")).Text.ShouldNotContain(ann.Name);
        (await ann.User.GetAsync("/workspaces/agents?status=running")).Text.ShouldContain(ann.Name);
    }

    private static Task<Reply> SendAsync(User user, EndpointCase endpoint, Guid project) =>
        user.SendAsync(endpoint.Method, endpoint.Path($"{project}", "secret.txt"), endpoint.Sent, ("If-Match", "\"1\""));

    // Wherever one could think of saying it.
    private static Task<Reply> SmuggleAsync(User user, EndpointCase endpoint, Guid project, string owner)
    {
        var body = endpoint.Sent is null ? null : System.Text.Json.JsonSerializer.SerializeToNode(endpoint.Sent)!.AsObject();
        foreach (var field in (string[])["owner", "ownerId", "owner_id", "userId", "externalId", "projectId"])
        {
            body?.Add(field, field == "projectId" ? $"{project}" : owner);
        }

        var path = endpoint.Path($"{project}", "secret.txt");
        return user.SendAsync(
            endpoint.Method,
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}owner={owner}&ownerId={owner}&userId={owner}&externalId={owner}&subject={owner}",
            body?.ToJsonString(),
            ("If-Match", "\"1\""), ("X-Owner", owner), ("X-User-Id", owner), ("X-Forwarded-User", owner), ("dowel.owner", owner), ("Cookie", $"owner={owner}"));
    }

    private async Task<Owner> AddAsync(string name)
    {
        var user = await Host.AddAsync(name);
        var (called, secret) = ($"project of {user.Email}", $"launch code of {user.Email}");
        var project = (await user.PostAsync("/workspaces/projects", new { name = called, description = secret })).ShouldBe(201).Id;
        (await user.PutAsync($"/workspaces/projects/{project}/files/secret.txt", new { content = secret })).ShouldBe(201);
        (await user.PutAsync($"/workspaces/projects/{project}/agent", new { status = "running", goal = secret, step = 1, notes = new[] { secret } })).ShouldBe(201);
        return new(user, project, called, secret);
    }

    private sealed record Owner(User User, Guid Project, string Name, string Secret);
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteOwnership(SqliteHost host) : OwnershipContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresOwnership(PostgresHost host) : OwnershipContract(host);
