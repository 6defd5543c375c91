using System.Net;
using Dowel.Data;

namespace Dowel.CoreDataTests;

public abstract class RegistrationContract(DatabaseEngine engine) : CoreDataContract(engine)
{
    [Fact]
    public async Task The_first_user_is_an_admin_and_the_second_is_not()
    {
        var ann = (await Service.RegisterAsync("ann")).ShouldBe(HttpStatusCode.Created);
        var bob = (await Service.RegisterAsync("bob")).ShouldBe(HttpStatusCode.Created);

        ann.Roles.ShouldBe(["admin"]);
        bob.Roles.ShouldBeEmpty();
        ann.Message.Headers.Location!.ToString().ShouldBe($"/core/users/{ann.Id}");
        ann.Body.GetProperty("email").GetString().ShouldBe("ann@example.org");
        ann.Body.GetProperty("emailVerified").GetBoolean().ShouldBeFalse();
        ann.Text.ShouldNotContain("pass", Case.Insensitive);
        (await Service.QueryAsync("select action from audit_events order by event_id"))
            .ShouldStartWith("user.registered,role.granted");
    }

    [Fact]
    public async Task A_taken_address_is_refused_however_it_is_written()
    {
        await Service.RegisterAsync("ann");

        foreach (var email in (string[])["ann@example.org", " ANN@Example.ORG "])
        {
            (await Service.PostAsync("/core/users", new { email, displayName = "Other", password = CoreDataService.Password }))
                .ShouldBe(HttpStatusCode.Conflict, "email_taken");
        }

        (await Service.QueryAsync("select count(*) from users")).ShouldBe("1");
    }

    [Fact]
    public async Task An_address_beyond_ASCII_is_the_same_in_capitals()
    {
        (await Service.PostAsync("/core/users", new { email = "Ännchen@Example.org", displayName = "Ä", password = CoreDataService.Password }))
            .ShouldBe(HttpStatusCode.Created);
        (await Service.PostAsync("/core/users", new { email = "ännchen@example.org", displayName = "ä", password = CoreDataService.Password }))
            .ShouldBe(HttpStatusCode.Conflict, "email_taken");
        (await Service.PostAsync("/core/sessions", new { email = "ÄNNCHEN@example.org", password = CoreDataService.Password })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field()
    {
        (string Body, string Fields)[] cases =
        [
            ("{}", "displayName,email,password"),
            ("""{"email":null,"displayName":null,"password":null}""", "displayName,email,password"),
            ("""{"email":"ann","displayName":"Ann","password":"0123456789ab"}""", "email"),
            ("""{"email":"a b@x.org","displayName":"Ann","password":"0123456789ab"}""", "email"),
            ("""{"email":"Ann <ann@x.org>","displayName":"Ann","password":"0123456789ab"}""", "email"),
            ("""{"email":"a@x.org, b@x.org","displayName":"Ann","password":"0123456789ab"}""", "email"),
            ("""{"email":"a@x.org\r\nBcc: b@x.org","displayName":"Ann","password":"0123456789ab"}""", "email"),
            ("""{"email":"ann@x.org","displayName":"A\u0000nn","password":"0123456789ab"}""", "displayName"),
            ("""{"email":"ann@x.org","displayName":"  ","password":"0123456789a"}""", "displayName,password"),
        ];
        foreach (var (body, fields) in cases)
        {
            string.Join(',', (await Service.PostAsync("/core/users", body)).ShouldBe(HttpStatusCode.BadRequest, "invalid").Fields).ShouldBe(fields, body);
        }

        (await Service.QueryAsync("select count(*) from users")).ShouldBe("0");
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        var body = new { email = new string('a', 250) + "@x.org", displayName = new string('a', 101), password = new string('a', 257) };

        (await Service.PostAsync("/core/users", body)).ShouldBe(HttpStatusCode.BadRequest).Fields.ShouldBe(["displayName", "email", "password"]);
    }

    [Fact]
    public async Task What_is_no_such_JSON_is_refused()
    {
        foreach (var body in (string[])["{", "[]", """{"email":"\ud800"}""", """{"email":1}"""])
        {
            (await Service.PostAsync("/core/users", body)).ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Of_twenty_who_are_first_at_once_one_is_admin()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => Service.RegisterAsync($"user{n}"))));

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        replies.Count(reply => reply.Roles is ["admin"]).ShouldBe(1);
        (await Service.QueryAsync("select count(*) from user_roles")).ShouldBe("1");
        (await Service.QueryAsync("select count(*) from audit_events where action = 'role.granted'")).ShouldBe("1");
    }

    [Fact]
    public async Task Of_twenty_who_want_the_same_address_at_once_one_has_it()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Service.RegisterAsync("ann"))));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).ShouldAllBe(reply => reply.Code == "email_taken");
    }

    [Fact]
    public async Task A_user_comes_with_the_event_that_tells_it_or_not_at_all()
    {
        await Service.QueryAsync("drop table audit_events");

        (await Service.RegisterAsync("ann")).ShouldBe(HttpStatusCode.InternalServerError);

        (await Service.QueryAsync("select count(*) from users")).ShouldBe("0");
    }
}

public sealed class SqliteRegistration() : RegistrationContract(DatabaseEngine.Sqlite);

public sealed class PostgresRegistration() : RegistrationContract(DatabaseEngine.Postgres);
