using Dowel.Data;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>Twenty who write the same thing at once.</summary>
public abstract class RaceContract(SharedHost host) : HostContract(host)
{
    [Fact]
    public async Task Of_those_who_change_one_revision_one_succeeds()
    {
        var user = await Host.AddAsync("race");
        var project = (await user.PostAsync("/workspaces/projects", new { name = "0" })).ShouldBe(201).Headers.Location!.ToString();

        var replies = await AtOnceAsync(i => user.SendAsync("PUT", project, new { name = $"by {i}" }, ("If-Match", "\"1\"")));

        var winner = replies.Single(reply => reply.ShouldBe(200, 412).Status == 200);
        winner.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await user.GetAsync(project)).Text.ShouldBe(winner.Text);
    }

    [Theory]
    [InlineData(null, 428)]
    [InlineData("", 428)]
    [InlineData("*", 428)]
    [InlineData("\"1\", \"2\"", 428)]
    [InlineData("\"one\"", 428)]
    [InlineData("1", 428)]
    [InlineData("\"-1\"", 428)]
    [InlineData("\"99999999999\"", 428)]
    [InlineData("\"0\"", 412)]
    [InlineData("\"2147483647\"", 412)]
    [InlineData("\"1\"", 200)]
    public async Task A_change_says_which_revision_it_starts_from(string? tag, int status)
    {
        var user = await Host.AddAsync("race");
        var project = (await user.PostAsync("/workspaces/projects", new { name = "0" })).ShouldBe(201).Headers.Location!.ToString();

        var reply = await user.SendAsync("PUT", project, new { name = "1" }, tag is null ? [] : [("If-Match", tag)]);

        reply.ShouldBe(status);
        (await user.GetAsync(project)).Body.GetProperty("name").GetString().ShouldBe(status == 200 ? "1" : "0");
    }

    [Fact]
    public async Task Of_those_who_make_one_name_one_succeeds()
    {
        var user = await Host.AddAsync("race");

        var replies = await AtOnceAsync(_ => user.PostAsync("/workspaces/projects", new { name = "the one" }));

        replies.Count(reply => reply.ShouldBe(201, 409).Status == 201).ShouldBe(1);
        (await user.GetAsync("/workspaces/projects")).Values.Length.ShouldBe(1);
        (await Running.Tables.QueryAsync(SystemNames.Workspaces, $"select count(*) from users where external_id = '{user.Id}'")).ShouldBe("1");
    }

    [Fact]
    public async Task A_file_that_many_write_is_new_to_one_of_them()
    {
        var user = await Host.AddAsync("race");
        var file = (await user.PostAsync("/workspaces/projects", new { name = "0" })).ShouldBe(201).Headers.Location! + "/files/x";

        var replies = await AtOnceAsync(i => user.PutAsync(file, new { content = $"by {i}" }));

        replies.Count(reply => reply.ShouldBe(201, 204).Status == 201).ShouldBe(1);
        (await user.GetAsync(file)).Body.GetProperty("content").GetString().ShouldStartWith("by ");
    }

    [Fact]
    public async Task Of_those_who_register_one_address_one_succeeds()
    {
        var email = $"{Guid.NewGuid()}@example.org";

        var replies = await AtOnceAsync(_ => User.RegisterAsync(Running, email));

        replies.Count(reply => reply.ShouldBe(201, 409).Status == 201).ShouldBe(1);
    }

    [Fact]
    public async Task A_deployment_is_started_once()
    {
        var owner = await Host.AdminAsync();
        await AtOnceAsync(i => owner.PostAsync("/deploy/deployments", new { name = $"race-{i}", image = "race:1" }));

        var replies = await AtOnceAsync(_ => owner.PostAsync("/deploy/deployments/next"));

        var started = replies.Where(reply => reply.ShouldBe(200, 204).Status == 200).Select(reply => reply.Body.GetProperty("id").GetString()).ToList();
        started.Distinct().Count().ShouldBe(started.Count);
    }

    private static Task<Reply[]> AtOnceAsync(Func<int, Task<Reply>> send) => Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => send(i))));
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteRace(SqliteHost host) : RaceContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresRace(PostgresHost host) : RaceContract(host);
