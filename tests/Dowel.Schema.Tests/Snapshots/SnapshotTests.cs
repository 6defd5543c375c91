namespace Dowel.Schema.Tests;

public sealed class SnapshotTests
{
    private const string Users = "create table users (id bigint not null primary key, email text not null)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_schema_is_read_and_drawn_by_the_library(string engine)
    {
        var snapshot = await ReadAsync(engine, Users);

        snapshot.Engine.ShouldBe(engine);
        snapshot.Tables.ShouldBe(["users"]);
        snapshot.ToSql().ShouldContain("create table users (");
        snapshot.ToJson().ShouldContain("\"users\"");
        snapshot.ToMermaid().ShouldStartWith("erDiagram");
        snapshot.ToDbml().ShouldContain("users");
        snapshot.ToTbls().ShouldContain("\"users\"");
        snapshot.CompareTo(snapshot).IsSame.ShouldBeTrue();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_the_library_compares_can_be_applied(string engine)
    {
        var before = await ReadAsync(engine, Users);
        var after = await ReadAsync(engine, Users, "alter table users add column name text");

        var comparison = before.CompareTo(after);

        comparison.Changes.ShouldBe(["add column users.name"]);
        comparison.ToSql().ShouldStartWith("alter table users add column name text");
        comparison.ToJson().ShouldContain("\"alter table users add column name text\"");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_loss_is_not_written_until_it_is_allowed_or_named(string engine)
    {
        var before = await ReadAsync(engine, Users);
        var after = await ReadAsync(engine, Users.Replace("email", "mail", StringComparison.Ordinal));

        var refused = before.CompareTo(after);
        refused.Losses.ShouldBe(["drop-column:users.email"]);
        refused.IsAllowed.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(refused.ToSql).Message.ShouldContain("drop-column:users.email");

        var renamed = before.CompareTo(after, new() { Renames = new Dictionary<string, string> { ["users.email"] = "users.mail" } });
        renamed.IsAllowed.ShouldBeTrue();
        renamed.ToSql().ShouldStartWith("alter table users rename column email to mail");
    }

    [Fact]
    public async Task What_the_library_compares_comes_as_scripts_for_a_folder()
    {
        var before = await ReadAsync("postgres", Users);
        var after = await ReadAsync("postgres", Users, "alter table users add column name text not null", "create index users_name on users (name)");

        before.CompareTo(after).Obstacles.ShouldHaveSingleItem();
        var scripts = before.CompareTo(after, new() { Backfills = new Dictionary<string, string> { ["users.name"] = "lower(email)" } }).ToScripts();

        scripts.Select(script => (script.Suffix, script.Text.StartsWith("-- dowel: transaction=none\n", StringComparison.Ordinal)))
            .ShouldBe([("", false), ("backfill", true), ("indexes", true), ("validate", false)]);
        scripts[0].Text.ShouldBe("alter table users add column name text;\n");
    }

    [Fact]
    public async Task Schemas_of_two_engines_are_not_compared() =>
        Should.Throw<ArgumentException>(async () => (await ReadAsync("sqlite", Users)).CompareTo(await ReadAsync("postgres", Users)));

    private static async Task<SchemaSnapshot> ReadAsync(string engine, params string[] statements)
    {
        await using var scratch = await Scratch.OfAsync(engine);
        await scratch.RunAsync(statements);
        return await ((ISchemaSource)scratch.Migrated).ReadSchemaAsync(Token);
    }
}
