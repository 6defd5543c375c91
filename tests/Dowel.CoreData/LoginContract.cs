using System.Net;
using CoreData;
using Dowel.Data;
using Microsoft.Extensions.Logging;

namespace Dowel.CoreDataTests;

public abstract class LoginContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    // Whatever is logged, no secret is among it.
    protected override LogLevel Level => LogLevel.Trace;

    [Fact]
    public async Task Who_logs_in_is_known_by_the_access_token()
    {
        await Service.RegisterAsync("ann");

        var tokens = (await Service.LogInAsync("ANN")).ShouldBe(HttpStatusCode.OK);

        tokens.Body.GetProperty("tokenType").GetString().ShouldBe("Bearer");
        tokens.Message.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var me = (await Service.GetAsync("/core/me", tokens.Access)).ShouldBe(HttpStatusCode.OK);
        me.Body.GetProperty("email").GetString().ShouldBe("ann@example.org");
        me.Body.GetProperty("displayName").GetString().ShouldBe("ann");
        me.Roles.ShouldBe(["admin"]);
    }

    [Fact]
    public async Task A_token_is_kept_as_a_hash_alone_and_reaches_no_log()
    {
        await Service.RegisterAsync("ann");
        var tokens = await Service.LogInAsync("ann");
        await Service.GetAsync("/core/me", tokens.Access);
        await Service.PostAsync("/core/sessions/refresh", new { refreshToken = tokens.Refresh });

        TokenSecret.TryParse(tokens.Access, out var access).ShouldBeTrue();
        var kept = await Service.QueryAsync("select token_hash from user_tokens");
        kept.ShouldContain(access!.Hash);
        kept.ShouldNotContain(tokens.Access);
        foreach (var secret in (string[])[tokens.Access, tokens.Refresh, access.Hash, CoreDataService.Password])
        {
            Service.Log.All.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Nobody_learns_what_was_wrong_and_all_cost_the_same_work()
    {
        var admin = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");
        await Service.PostAsync($"/core/users/{bob.Id}/disable", token: admin.Token);
        var (hashed, verified) = (Service.Hasher.Hashed, Service.Hasher.Verified);

        var wrong = (await Service.LogInAsync("ann", "wrong password")).ShouldBe(HttpStatusCode.Unauthorized, "credentials_refused");
        var unknown = await Service.LogInAsync("nobody");
        var disabled = await Service.LogInAsync("bob");

        wrong.Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        WithoutTrace(unknown).ShouldBe(WithoutTrace(wrong));
        WithoutTrace(disabled).ShouldBe(WithoutTrace(wrong));
        Service.Hasher.Verified.ShouldBe(verified + 3);
        Service.Hasher.Hashed.ShouldBe(hashed);
    }

    [Fact]
    public async Task A_hash_of_too_little_work_is_made_anew_at_the_next_login()
    {
        await Service.RegisterAsync("ann");
        var before = await Service.QueryAsync("select pass_hash from users");
        Service.Hasher.Iterations = 1_000;

        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.OK);
        var after = await Service.QueryAsync("select pass_hash from users");
        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.OK);

        after.ShouldNotBe(before);
        (await Service.QueryAsync("select pass_hash from users")).ShouldBe(after);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_field()
    {
        (await Service.PostAsync("/core/sessions", "{}")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["email", "password"]);
        (await Service.PostAsync("/core/sessions", """{"email":"ann@example.org\u0000","password":"x"}"""))
            .ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["email"]);
    }

    [Fact]
    public async Task A_token_that_nobody_has_is_refused()
    {
        foreach (var token in (string[])["", "x", new('a', 43), "'; drop table users; --aaaaaaaaaaaaaaaaaaaaaa"])
        {
            var reply = (await Service.GetAsync("/core/me", token)).ShouldBe(HttpStatusCode.Unauthorized, "unauthenticated");

            reply.Message.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        }
    }

    [Fact]
    public async Task A_request_without_a_token_is_told_how_to_send_one()
    {
        var reply = (await Service.GetAsync("/core/me")).ShouldBe(HttpStatusCode.Unauthorized, "unauthenticated");

        reply.Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task An_access_token_ends()
    {
        var ann = await Service.AddAsync("ann");
        Service.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        (await Service.GetAsync("/core/me", ann.Token)).ShouldBe(HttpStatusCode.OK);

        Service.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var reply = (await Service.GetAsync("/core/me", ann.Token)).ShouldBe(HttpStatusCode.Unauthorized);
        reply.Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task Who_logs_out_closes_this_login_and_no_other()
    {
        await Service.RegisterAsync("ann");
        var (one, other) = (await Service.LogInAsync("ann"), await Service.LogInAsync("ann"));

        (await Service.DeleteAsync("/core/sessions/current", one.Access)).ShouldBe(HttpStatusCode.NoContent);

        (await Service.GetAsync("/core/me", one.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.PostAsync("/core/sessions/refresh", new { refreshToken = one.Refresh })).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
        (await Service.GetAsync("/core/me", other.Access)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_logs_out_everywhere_closes_all_logins()
    {
        await Service.RegisterAsync("ann");
        var (one, other) = (await Service.LogInAsync("ann"), await Service.LogInAsync("ann"));
        await Service.RegisterAsync("bob");
        var bob = await Service.LogInAsync("bob");

        (await Service.DeleteAsync("/core/sessions", one.Access)).ShouldBe(HttpStatusCode.NoContent);

        (await Service.GetAsync("/core/me", one.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.GetAsync("/core/me", other.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.GetAsync("/core/me", bob.Access)).ShouldBe(HttpStatusCode.OK);
    }

    private static string WithoutTrace(Reply reply) => reply.Text.Split(",\"traceId\"")[0];
}

public sealed class SqliteLogin() : LoginContract(DatabaseEngine.Sqlite);

public sealed class PostgresLogin() : LoginContract(DatabaseEngine.Postgres);
