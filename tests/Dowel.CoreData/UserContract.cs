using System.Net;
using Dowel.Data;

namespace Dowel.CoreDataTests;

public abstract class UserContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    [Fact]
    public async Task Users_are_listed_in_pages_with_their_roles()
    {
        var ann = await Service.AddAsync("ann");
        foreach (var name in (string[])["bob", "cid", "dan", "eve"])
        {
            await Service.RegisterAsync(name);
        }

        var names = new List<string>();
        var after = "";
        do
        {
            var page = (await Service.GetAsync($"/core/users?limit=2{after}", ann.Token)).ShouldBe(HttpStatusCode.OK);
            names.AddRange(page.Items("displayName"));
            after = page.Next is { } next ? $"&after={Uri.EscapeDataString(next)}" : "";
        }
        while (after != "");

        names.ShouldBe(["ann", "bob", "cid", "dan", "eve"]);
        (await Service.GetAsync("/core/users?limit=1", ann.Token)).Items("roles").ShouldHaveSingleItem().ShouldContain("admin");
    }

    [Fact]
    public async Task Users_are_found_by_part_of_their_address_or_name()
    {
        (string Text, string Names)[] cases =
        [
            ("ANN", "ann,joann"),
            ("jo", "joann"),
            ("example.org", "ann,joann,100%_a!b"),
            ("100%", "100%_a!b"),
            ("0%_A!b", "100%_a!b"),
            ("0_", ""),
            ("%", "100%_a!b"),
            (" ", "ann,joann,100%_a!b"),
            ("'; drop table users; --", ""),
        ];
        var ann = await Service.AddAsync("ann");
        await Service.RegisterAsync("joann");
        await Service.PostAsync("/core/users", new { email = "percent@example.org", displayName = "100%_a!b", password = CoreDataService.Password });
        foreach (var (text, names) in cases)
        {
            var found = (await Service.GetAsync($"/core/users?q={Uri.EscapeDataString(text)}", ann.Token)).ShouldBe(HttpStatusCode.OK);

            string.Join(',', found.Items("displayName")).ShouldBe(names, text);
        }
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_by_field()
    {
        var ann = await Service.AddAsync("ann");
        foreach (var (query, field) in ((string, string)[])[("limit=0", "limit"), ("limit=201", "limit"), ("after=nowhere", "after"), ("q=a%00b", "q")])
        {
            (await Service.GetAsync($"/core/users?{query}", ann.Token)).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe([field]);
        }
    }

    [Fact]
    public async Task What_is_no_number_is_refused()
    {
        var ann = await Service.AddAsync("ann");

        (await Service.GetAsync("/core/users?limit=many", ann.Token)).ShouldBe(HttpStatusCode.BadRequest);
        (await Service.GetAsync("/core/users/ann", ann.Token)).ShouldBe(HttpStatusCode.NotFound);
        (await Service.GetAsync("/core/users/99999999999999999999", ann.Token)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_admin_sees_a_user()
    {
        var ann = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");

        (await Service.GetAsync($"/core/users/{bob.Id}", ann.Token)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("email").GetString().ShouldBe("bob@example.org");
        (await Service.GetAsync("/core/users/99", ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_user");
    }

    [Fact]
    public async Task Who_is_locked_out_is_out_at_once_and_logs_in_anew_afterwards()
    {
        var ann = await Service.AddAsync("ann");
        await Service.RegisterAsync("bob");
        var bob = await Service.LogInAsync("bob");
        var id = (await Service.GetAsync("/core/me", bob.Access)).Id;

        for (var i = 0; i < 2; i++)
        {
            (await Service.PostAsync($"/core/users/{id}/disable", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await Service.GetAsync("/core/me", bob.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.LogInAsync("bob")).ShouldBe(HttpStatusCode.Unauthorized, "credentials_refused");
        (await Service.PostAsync("/core/sessions/refresh", new { refreshToken = bob.Refresh })).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
        (await Service.GetAsync($"/core/users/{id}", ann.Token)).Body.GetProperty("disabledAt").GetDateTimeOffset().ShouldBe(Service.Clock.GetUtcNow());

        for (var i = 0; i < 2; i++)
        {
            (await Service.PostAsync($"/core/users/{id}/enable", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await Service.GetAsync("/core/me", bob.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.LogInAsync("bob")).ShouldBe(HttpStatusCode.OK);
        (await Service.QueryAsync($"select action from audit_events where action in ('user.disabled', 'user.enabled') and actor_id = {ann.Id} order by event_id"))
            .ShouldBe("user.disabled,user.enabled");
    }

    [Fact]
    public async Task Nobody_is_not_found()
    {
        var ann = await Service.AddAsync("ann");
        foreach (var what in (string[])["disable", "enable"])
        {
            (await Service.PostAsync($"/core/users/99/{what}", token: ann.Token)).ShouldBe(HttpStatusCode.NotFound, "no_such_user");
        }
    }

    [Fact]
    public async Task The_audit_trail_is_read_in_pages_latest_first()
    {
        var ann = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");
        await Service.PutAsync($"/core/users/{bob.Id}/roles/editor", token: ann.Token);

        var first = (await Service.GetAsync("/core/audit-events?limit=1", ann.Token)).ShouldBe(HttpStatusCode.OK);
        first.Items("action").ShouldBe(["role.granted"]);
        first.Items("details").ShouldHaveSingleItem().ShouldContain("editor");
        var rest = await Service.GetAsync($"/core/audit-events?limit=200&after={Uri.EscapeDataString(first.Next!)}", ann.Token);
        rest.Items("id").Select(long.Parse).ShouldBe(rest.Items("id").Select(long.Parse).OrderDescending());
        rest.Items("id").ShouldNotContain(first.Items("id")[0]);

        var ofBob = await Service.GetAsync($"/core/audit-events?actorId={ann.Id}&subjectType=user&subjectId={bob.Id}", ann.Token);
        ofBob.Items("action").ShouldBe(["role.granted"]);
        (await Service.GetAsync("/core/audit-events?subjectType=page", ann.Token)).Items("id").ShouldBeEmpty();
        (await Service.GetAsync("/core/audit-events?after=nowhere", ann.Token)).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["after"]);
        (await Service.GetAsync("/core/audit-events?limit=0&subjectId=%0a", ann.Token)).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["limit", "subjectId"]);
    }
}

public sealed class SqliteUser() : UserContract(DatabaseEngine.Sqlite);

public sealed class PostgresUser() : UserContract(DatabaseEngine.Postgres);
