using System.Net;
using CoreData;
using Dowel.Data;

namespace Dowel.CoreDataTests;

public abstract class EmailContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    private const string Subject = "Your address";

    [Fact]
    public async Task Who_registers_shows_by_a_token_to_read_the_address()
    {
        var ann = await Service.AddAsync("ann");
        var secret = await Service.TakeSecretAsync("ann", Subject);
        (await IsVerifiedAsync(ann.Token)).ShouldBeFalse();

        (await VerifyAsync(secret)).ShouldBe(HttpStatusCode.NoContent);

        (await IsVerifiedAsync(ann.Token)).ShouldBeTrue();
        (await VerifyAsync(secret)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await Service.QueryAsync("select count(*) from audit_events where action = 'email.verified'")).ShouldBe("1");
    }

    [Fact]
    public async Task Another_message_can_be_asked_for()
    {
        var ann = await Service.AddAsync("ann");
        var first = await Service.TakeSecretAsync("ann", Subject);
        Service.Clock.Advance(TimeSpan.FromMinutes(2));

        (await Service.PostAsync("/core/email-verifications", token: ann.Token)).ShouldBe(HttpStatusCode.Accepted);

        var second = await Service.TakeSecretAsync("ann", Subject);
        (await VerifyAsync(first)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await VerifyAsync(second)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Of_fifty_who_use_it_at_once_one_succeeds()
    {
        await Service.RegisterAsync("ann");
        var secret = await Service.TakeSecretAsync("ann", Subject);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => VerifyAsync(secret))));

        replies.Count(reply => reply.Status == HttpStatusCode.NoContent).ShouldBe(1);
        replies.Count(reply => reply.Code == "token_refused").ShouldBe(49);
    }

    [Fact]
    public async Task It_ends()
    {
        await Service.RegisterAsync("ann");
        var secret = await Service.TakeSecretAsync("ann", Subject);
        Service.Clock.Advance(TimeSpan.FromDays(3));

        (await VerifyAsync(secret)).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
    }

    [Fact]
    public async Task What_is_missing_or_nobodys_is_refused()
    {
        (await Service.PostAsync("/core/email-verifications/complete", "{}")).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields.ShouldBe(["token"]);
        (await VerifyAsync("x")).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
        (await VerifyAsync(TokenSecret.Create().Reveal())).ShouldBe(HttpStatusCode.BadRequest, "token_refused");
    }

    private Task<Reply> VerifyAsync(string token) => Service.PostAsync("/core/email-verifications/complete", new { token });

    private async Task<bool> IsVerifiedAsync(string token) => (await Service.GetAsync("/core/me", token)).Body.GetProperty("emailVerified").GetBoolean();
}

public sealed class SqliteEmail() : EmailContract(DatabaseEngine.Sqlite);

public sealed class PostgresEmail() : EmailContract(DatabaseEngine.Postgres);
