using System.Net;
using Dowel.Data;

namespace Dowel.CoreDataTests;

public abstract class RefreshContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    [Fact]
    public async Task A_refresh_token_is_exchanged_for_new_tokens()
    {
        await Service.RegisterAsync("ann");
        var first = await Service.LogInAsync("ann");

        var second = (await RefreshAsync(first.Refresh)).ShouldBe(HttpStatusCode.OK);

        second.Access.ShouldNotBe(first.Access);
        second.Refresh.ShouldNotBe(first.Refresh);
        (await Service.GetAsync("/core/me", second.Access)).ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(second.Refresh)).ShouldBe(HttpStatusCode.OK);
        (await Service.QueryAsync("select count(*) from sessions")).ShouldBe("1");
    }

    [Fact]
    public async Task One_that_comes_again_closes_the_login_and_no_other()
    {
        await Service.RegisterAsync("ann");
        var (first, other) = (await Service.LogInAsync("ann"), await Service.LogInAsync("ann"));
        var second = await RefreshAsync(first.Refresh);

        (await RefreshAsync(first.Refresh)).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
        (await RefreshAsync(first.Refresh)).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");

        (await Service.GetAsync("/core/me", first.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.GetAsync("/core/me", second.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(second.Refresh)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.GetAsync("/core/me", other.Access)).ShouldBe(HttpStatusCode.OK);
        (await Service.QueryAsync("select count(*) from audit_events where action = 'session.reused' and actor_id is null")).ShouldBe("1");
    }

    [Fact]
    public async Task Of_fifty_exchanges_at_once_one_succeeds()
    {
        await Service.RegisterAsync("ann");
        var tokens = await Service.LogInAsync("ann");

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => RefreshAsync(tokens.Refresh))));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.Unauthorized).ShouldBe(49);
        (await Service.QueryAsync("select count(*) from user_tokens where purpose = 'refresh'")).ShouldBe("2");
    }

    [Fact]
    public async Task It_ends()
    {
        await Service.RegisterAsync("ann");
        var tokens = await Service.LogInAsync("ann");
        Service.Clock.Advance(TimeSpan.FromDays(30));

        (await RefreshAsync(tokens.Refresh)).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
    }

    [Fact]
    public async Task Each_token_opens_only_what_it_is_for()
    {
        await Service.RegisterAsync("ann");
        var verification = await Service.TakeSecretAsync("ann", "Your address");
        var tokens = await Service.LogInAsync("ann");

        foreach (var other in (string[])[tokens.Access, verification])
        {
            (await RefreshAsync(other)).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
        }

        foreach (var other in (string[])[tokens.Refresh, verification])
        {
            (await Service.GetAsync("/core/me", other)).ShouldBe(HttpStatusCode.Unauthorized, "unauthenticated");
        }

        foreach (var other in (string[])[tokens.Access, tokens.Refresh, verification])
        {
            (await Service.PostAsync("/core/password-resets/complete", new { token = other, newPassword = CoreDataService.Password }))
                .ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        }

        (await Service.GetAsync("/core/me", tokens.Access)).ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(tokens.Refresh)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_missing_or_nobodys_is_refused()
    {
        (await Service.PostAsync("/core/sessions/refresh", "{}")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["refreshToken"]);
        (await RefreshAsync("x")).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
        (await RefreshAsync(new string('a', 43))).ShouldBe(HttpStatusCode.Unauthorized, "refresh_refused");
    }

    [Fact]
    public async Task What_has_expired_is_cleared_away_and_nothing_else()
    {
        await Service.RegisterAsync("ann");
        await Service.TakeSecretAsync("ann", "Your address");
        await Service.LogInAsync("ann");
        Service.Clock.Advance(TimeSpan.FromDays(20));
        var late = await Service.LogInAsync("ann");
        Service.Clock.Advance(TimeSpan.FromDays(10));
        var later = (await RefreshAsync(late.Refresh)).ShouldBe(HttpStatusCode.OK);

        (await Service.Tokens.SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(4);

        (await Service.QueryAsync("select count(*) from sessions")).ShouldBe("1");
        (await Service.QueryAsync("select count(*) from session_tokens")).ShouldBe("3");
        (await Service.GetAsync("/core/me", later.Access)).ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(later.Refresh)).ShouldBe(HttpStatusCode.OK);
    }

    private Task<Reply> RefreshAsync(string token) => Service.PostAsync("/core/sessions/refresh", new { refreshToken = token });
}

public sealed class SqliteRefresh() : RefreshContract(DatabaseEngine.Sqlite);

public sealed class PostgresRefresh() : RefreshContract(DatabaseEngine.Postgres);
