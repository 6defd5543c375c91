using System.Net;
using Dowel.Data;

namespace Dowel.CoreDataTests;

public abstract class RoleContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    [Fact]
    public async Task Everybody_who_is_logged_in_sees_the_roles()
    {
        await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");

        var roles = (await Service.GetAsync("/core/roles", bob.Token)).ShouldBe(HttpStatusCode.OK);

        roles.Body.EnumerateArray().Select(role => role.GetProperty("name").GetString()).ShouldBe(["admin", "editor", "viewer"]);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_counts_at_once()
    {
        var ann = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");

        for (var i = 0; i < 2; i++)
        {
            (await Service.PutAsync($"/core/users/{bob.Id}/roles/admin", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await Service.GetAsync("/core/users", bob.Token)).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 2; i++)
        {
            (await Service.DeleteAsync($"/core/users/{bob.Id}/roles/admin", ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await Service.GetAsync("/core/users", bob.Token)).ShouldBe(HttpStatusCode.Forbidden, "forbidden");
        (await Service.QueryAsync($"select action from audit_events where subject_id = '{bob.Id}' and actor_id = {ann.Id} order by event_id"))
            .ShouldBe("role.granted,role.revoked");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var ann = await Service.AddAsync("ann");

        (await Service.PutAsync("/core/users/99/roles/viewer", token: ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_user");
        (await Service.PutAsync($"/core/users/{ann.Id}/roles/king", token: ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_role");
        (await Service.DeleteAsync("/core/users/99/roles/viewer", ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_user");
        (await Service.DeleteAsync($"/core/users/{ann.Id}/roles/king", ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_role");
    }

    [Fact]
    public async Task The_last_admin_remains_one()
    {
        var ann = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");
        await Service.PutAsync($"/core/users/{bob.Id}/roles/admin", token: ann.Token);
        (await Service.PostAsync($"/core/users/{bob.Id}/disable", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);

        (await Service.DeleteAsync($"/core/users/{ann.Id}/roles/admin", ann.Token)).ShouldBe(HttpStatusCode.Conflict, "last_admin");
        (await Service.PostAsync($"/core/users/{ann.Id}/disable", token: ann.Token)).ShouldBe(HttpStatusCode.Conflict, "last_admin");

        (await Service.PostAsync($"/core/users/{bob.Id}/enable", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        (await Service.DeleteAsync($"/core/users/{ann.Id}/roles/admin", ann.Token)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task However_many_admins_go_at_once_one_remains()
    {
        var ann = await Service.AddAsync("ann");
        var admins = new List<(long Id, string Token)> { ann };
        for (var n = 0; n < 5; n++)
        {
            admins.Add(await Service.AddAsync($"admin{n}"));
            await Service.PutAsync($"/core/users/{admins[^1].Id}/roles/admin", token: ann.Token);
        }

        var replies = await Task.WhenAll(admins.Select((admin, n) => Task.Run(() => n % 2 == 0
            ? Service.DeleteAsync($"/core/users/{admin.Id}/roles/admin", admin.Token)
            : Service.PostAsync($"/core/users/{admin.Id}/disable", token: admin.Token))));

        replies.Count(reply => reply.Status == HttpStatusCode.NoContent).ShouldBe(5);
        replies.Count(reply => reply.Code == "last_admin").ShouldBe(1);
        (await Service.QueryAsync("select count(*) from user_roles r join users u on u.user_id = r.user_id where u.disabled_at is null")).ShouldBe("1");
    }
}

public sealed class SqliteRole() : RoleContract(DatabaseEngine.Sqlite);

public sealed class PostgresRole() : RoleContract(DatabaseEngine.Postgres);
