using Dowel.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemsHost;
using StorePolicy = DeployStore.Policy;
using StoreRole = DeployStore.Role;

namespace Dowel.HostTests;

/// <summary>Every endpoint, with everybody that may not use it and everybody that may.</summary>
public abstract class AccessContract(SharedHost host) : HostContract(host)
{
    private static readonly (string, string)[] Headers = [("Idempotency-Key", "0193f0b0-0000-7000-8000-000000000001"), ("If-Match", "\"1\"")];

    private IEnumerable<string> Mapped =>
        from endpoint in Running.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select $"{method} {EndpointCase.RouteOf(endpoint)}";

    [Fact]
    public void Every_endpoint_is_in_the_list() => Mapped.ShouldBe(EndpointTable.All.Select(endpoint => endpoint.Name), ignoreOrder: true);

    [Fact]
    public async Task Whoever_has_no_token_or_a_bad_one_is_let_in_nowhere_but_where_anybody_is()
    {
        var mallory = Nobody with { Token = new string('a', 43) };
        foreach (var endpoint in EndpointTable.All)
        {
            foreach (var stranger in (User[])[Nobody, mallory, Nobody with { Token = "" }, Nobody with { Token = "Basic eDp5" }])
            {
                var reply = await SendAsync(stranger, endpoint);

                (reply.Status == 401).ShouldBe(endpoint.Access != Access.Anybody, endpoint.Name);
            }
        }
    }

    [Fact]
    public async Task What_is_for_users_answers_each_user()
    {
        foreach (var endpoint in EndpointTable.All.Where(endpoint => endpoint.Access is Access.User or Access.Anybody))
        {
            endpoint.ShouldHaveAnswered(await SendAsync(await Host.AddAsync("user"), endpoint));
        }
    }

    [Fact]
    public async Task What_is_for_admins_answers_them_alone()
    {
        var (admin, user, editor) = (await Host.AdminAsync(), await Host.AddAsync("user"), await Host.AddAsync("editor"));
        foreach (var role in (string[])["editor", "viewer"])
        {
            (await admin.PutAsync($"/core/users/{editor.Id}/roles/{role}")).ShouldBe(204);
        }

        foreach (var endpoint in EndpointTable.All.Where(endpoint => endpoint.Access == Access.Admin))
        {
            (await SendAsync(user, endpoint)).ShouldFail(403, "forbidden");
            (await SendAsync(editor, endpoint)).ShouldFail(403, "forbidden");
            endpoint.ShouldHaveAnswered(await SendAsync(admin, endpoint));
        }
    }

    [Fact]
    public async Task A_role_that_is_given_or_taken_counts_from_the_next_request()
    {
        var (admin, ann) = (await Host.AdminAsync(), await Host.AddAsync("ann"));

        (await ann.GetAsync("/core/users")).ShouldFail(403);
        (await admin.PutAsync($"/core/users/{ann.Id}/roles/admin")).ShouldBe(204);
        (await ann.GetAsync("/core/users")).ShouldBe(200);
        (await ann.GetAsync("/xp/policies/daily_login")).ShouldBe(200);
        (await admin.DeleteAsync($"/core/users/{ann.Id}/roles/admin")).ShouldBe(204);
        (await ann.GetAsync("/core/users")).ShouldFail(403);
        (await ann.GetAsync("/xp/policies/daily_login")).ShouldFail(403);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(StoreRole.Viewer)]
    [InlineData(StoreRole.Developer)]
    [InlineData(StoreRole.Admin)]
    [InlineData(StoreRole.Owner)]
    public async Task The_store_answers_each_role_as_its_policy_says(StoreRole? role)
    {
        var (owner, user) = (await Host.AdminAsync(), await Host.AddAsync("store"));
        if (role is { } given)
        {
            (await owner.PostAsync("/deploy/users", new { id = $"{user.Id}", email = user.Email, role = $"{given}".ToLowerInvariant() })).ShouldBe(201);
        }

        foreach (var endpoint in EndpointTable.All.Where(endpoint => endpoint.Right is not null))
        {
            var reply = await SendAsync(user, endpoint);

            if (role is { } has && StorePolicy.Allows(has, endpoint.Right!.Value))
            {
                endpoint.ShouldHaveAnswered(reply);
            }
            else
            {
                reply.ShouldFail(403, "forbidden");
            }
        }

        await Running.Tables.QueryAsync(SystemNames.DeployStore, $"update users set role = 'viewer' where id = '{user.Id}'");
    }

    [Fact]
    public void The_store_has_endpoints_for_each_right() =>
        EndpointTable.All.Select(endpoint => endpoint.Right).OfType<DeployStore.Right>().Distinct().ShouldBe(Enum.GetValues<DeployStore.Right>(), ignoreOrder: true);

    [Fact]
    public async Task An_admin_of_the_store_makes_no_owner_and_unmakes_none()
    {
        var owner = await Host.AdminAsync();
        var (admin, other) = (await Host.AddAsync("store-admin"), $"{Guid.NewGuid()}");
        (await owner.PostAsync("/deploy/users", new { id = $"{admin.Id}", email = admin.Email, role = "admin" })).ShouldBe(201);
        (await owner.PostAsync("/deploy/users", new { id = other, email = $"{other}@example.org" })).ShouldBe(201);

        (await admin.PostAsync("/deploy/users", new { id = "x", email = "x@example.org", role = "owner" })).ShouldFail(403);
        (await admin.PutAsync($"/deploy/users/{other}/role", new { role = "owner" })).ShouldFail(403);
        (await admin.PutAsync($"/deploy/users/{owner.Id}/role", new { role = "viewer" })).ShouldFail(403);
        (await admin.DeleteAsync($"/deploy/users/{owner.Id}")).ShouldFail(403);
        (await owner.PutAsync($"/deploy/users/{owner.Id}/role", new { role = "viewer" })).ShouldFail(409);
        (await owner.DeleteAsync($"/deploy/users/{owner.Id}")).ShouldFail(409);
        (await admin.GetAsync($"/deploy/users/{other}")).Body.GetProperty("role").GetString().ShouldBe("viewer");
    }

    [Fact]
    public async Task Of_two_owners_who_unmake_each_other_at_once_one_stays()
    {
        var (first, second) = (await Host.AdminAsync(), await Host.AddAsync("second-owner"));
        (await first.PostAsync("/deploy/users", new { id = $"{second.Id}", email = second.Email })).ShouldBe(201);
        for (var round = 0; round < 3; round++)
        {
            (await first.PutAsync($"/deploy/users/{second.Id}/role", new { role = "owner" })).ShouldBe(204);

            await Task.WhenAll(
                first.PutAsync($"/deploy/users/{second.Id}/role", new { role = "viewer" }),
                second.PutAsync($"/deploy/users/{first.Id}/role", new { role = "viewer" }));

            (await Running.Tables.QueryAsync(SystemNames.DeployStore, "select count(*) from users where role = 'owner'")).ShouldNotBe("0");
            await Running.Tables.QueryAsync(SystemNames.DeployStore, $"update users set role = 'owner' where id = '{first.Id}'");
        }

        await Running.Tables.QueryAsync(SystemNames.DeployStore, $"update users set role = 'viewer' where id = '{second.Id}'");
    }

    private static Task<Reply> SendAsync(User user, EndpointCase endpoint) => user.SendAsync(endpoint.Method, endpoint.Path(), endpoint.Sent, Headers);
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteAccess(SqliteHost host) : AccessContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresAccess(PostgresHost host) : AccessContract(host);
