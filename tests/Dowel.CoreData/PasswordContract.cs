using System.Net;
using Dowel.Data;
using Microsoft.Extensions.Logging;

namespace Dowel.CoreDataTests;

public abstract class PasswordContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    private const string Next = "another horse, another battery";
    private const string Subject = "A new password";

    // Whatever is logged, no secret is among it.
    protected override LogLevel Level => LogLevel.Trace;

    [Fact]
    public async Task Who_changes_the_password_stays_and_all_other_logins_are_closed()
    {
        await Service.RegisterAsync("ann");
        var (here, elsewhere) = (await Service.LogInAsync("ann"), await Service.LogInAsync("ann"));

        (await ChangeAsync(here.Access, CoreDataService.Password, Next)).ShouldBe(HttpStatusCode.NoContent);

        (await Service.GetAsync("/core/me", here.Access)).ShouldBe(HttpStatusCode.OK);
        (await Service.GetAsync("/core/me", elsewhere.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.Unauthorized, "credentials_refused");
        (await Service.LogInAsync("ann", Next)).ShouldBe(HttpStatusCode.OK);
        (await Service.QueryAsync("select count(*) from audit_events where action = 'password.changed'")).ShouldBe("1");
    }

    [Fact]
    public async Task Without_the_password_it_is_not_changed()
    {
        var ann = await Service.AddAsync("ann");

        (await ChangeAsync(ann.Token, "wrong", Next)).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["currentPassword"]);
        (await ChangeAsync(ann.Token, CoreDataService.Password, "short")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["newPassword"]);
        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_counts()
    {
        var ann = await Service.AddAsync("ann");
        string[] passwords = [.. Enumerable.Range(0, 8).Select(n => $"password number {n}")];

        var replies = await Task.WhenAll(passwords.Select(next => Task.Run(() => ChangeAsync(ann.Token, CoreDataService.Password, next))));

        replies.Count(reply => reply.Status == HttpStatusCode.NoContent).ShouldBe(1);
        var kept = passwords[Array.FindIndex(replies, reply => reply.Status == HttpStatusCode.NoContent)];
        (await Service.LogInAsync("ann", kept)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_by_message_sets_a_new_password_and_closes_all_logins()
    {
        var ann = await Service.AddAsync("ann");
        (await AskAsync("ANN@example.org")).ShouldBe(HttpStatusCode.Accepted);
        var secret = await Service.TakeSecretAsync("ann", Subject);

        (await ResetAsync(secret)).ShouldBe(HttpStatusCode.NoContent);

        (await Service.GetAsync("/core/me", ann.Token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.LogInAsync("ann", Next)).ShouldBe(HttpStatusCode.OK);
        (await ResetAsync(secret)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await Service.QueryAsync("select action from audit_events where action like 'password%' order by event_id"))
            .ShouldBe("password.reset_requested,password.reset");
        Service.Log.All.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Of_fifty_who_use_it_at_once_one_succeeds()
    {
        await Service.RegisterAsync("ann");
        await AskAsync("ann@example.org");
        var secret = await Service.TakeSecretAsync("ann", Subject);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ResetAsync(secret))));

        replies.Count(reply => reply.Status == HttpStatusCode.NoContent).ShouldBe(1);
        replies.Count(reply => reply.Code == "token_refused").ShouldBe(49);
        (await Service.QueryAsync("select count(*) from audit_events where action = 'password.reset'")).ShouldBe("1");
    }

    [Fact]
    public async Task It_ends()
    {
        await Service.RegisterAsync("ann");
        await AskAsync("ann@example.org");
        var secret = await Service.TakeSecretAsync("ann", Subject);
        Service.Clock.Advance(TimeSpan.FromHours(1));

        (await ResetAsync(secret)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await Service.LogInAsync("ann")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_later_message_makes_the_earlier_one_worthless_and_none_comes_within_a_minute()
    {
        await Service.RegisterAsync("ann");
        await AskAsync("ann@example.org");
        var early = await Service.TakeSecretAsync("ann", Subject);
        await AskAsync("ann@example.org");
        Service.Clock.Advance(TimeSpan.FromMinutes(2));
        await AskAsync("ann@example.org");
        var late = await Service.TakeSecretAsync("ann", Subject);

        (await Service.QueryAsync("select count(*) from audit_events where action = 'password.reset_requested'")).ShouldBe("2");
        (await ResetAsync(early)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await ResetAsync(late)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_is_locked_out_or_unknown_gets_the_same_answer_and_no_message()
    {
        var ann = await Service.AddAsync("ann");
        var bob = await Service.AddAsync("bob");
        await AskAsync("bob@example.org");
        var secret = await Service.TakeSecretAsync("bob", Subject);
        (await Service.PostAsync($"/core/users/{bob.Id}/disable", token: ann.Token)).ShouldBe(HttpStatusCode.NoContent);
        Service.Clock.Advance(TimeSpan.FromMinutes(2));

        var replies = new[] { await AskAsync("nobody@example.org"), await AskAsync("bob@example.org"), await AskAsync("ann@example.org") };

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Accepted && reply.Text == "");
        await Service.TakeSecretAsync("ann", Subject); // The line is worked off in its order, so the other two are done with.
        (await Service.QueryAsync($"select count(*) from user_tokens where purpose = 'password_reset' and user_id = {bob.Id}")).ShouldBe("0");
        (await ResetAsync(secret)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field()
    {
        (await Service.PostAsync("/core/password-resets", "{}")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["email"]);
        (await Service.PostAsync("/core/password-resets/complete", "{}")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["newPassword", "token"]);
        (await Service.PostAsync("/core/password-resets/complete", new { token = "x", newPassword = Next })).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
    }

    [Fact]
    public async Task No_login_by_the_old_password_outlives_a_new_one()
    {
        await Service.RegisterAsync("ann");
        for (var round = 0; round < 5; round++)
        {
            Service.Clock.Advance(TimeSpan.FromMinutes(2));
            await AskAsync("ann@example.org");
            var secret = await Service.TakeSecretAsync("ann", Subject);
            var old = round == 0 ? CoreDataService.Password : $"{Next} {round - 1}";
            var logins = Enumerable.Range(0, 6).Select(_ => Task.Run(() => Service.LogInAsync("ann", old))).ToArray();

            (await ResetAsync(secret, $"{Next} {round}")).ShouldBe(HttpStatusCode.NoContent);

            foreach (var login in (await Task.WhenAll(logins)).Where(reply => reply.Status == HttpStatusCode.OK))
            {
                (await Service.GetAsync("/core/me", login.Access)).ShouldBe(HttpStatusCode.Unauthorized);
            }
        }
    }

    private Task<Reply> ChangeAsync(string token, string currentPassword, string newPassword) =>
        Service.PutAsync("/core/me/password", new { currentPassword, newPassword }, token);

    private Task<Reply> AskAsync(string email) => Service.PostAsync("/core/password-resets", new { email });

    private Task<Reply> ResetAsync(string token, string newPassword = Next) => Service.PostAsync("/core/password-resets/complete", new { token, newPassword });
}

public sealed class SqlitePassword() : PasswordContract(DatabaseEngine.Sqlite);

public sealed class PostgresPassword() : PasswordContract(DatabaseEngine.Postgres);
