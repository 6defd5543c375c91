namespace Dowel.Schema.Tests;

/// <summary>What PostgreSQL would refuse, or do in silence, and a plan says instead.</summary>
public sealed class PostgresRefusalTests
{
    [Theory]
    [InlineData("text", "varchar(3)", "'long'", "'abc'")]
    [InlineData("bigint", "smallint", null, "7")]
    [InlineData("numeric(8,3)", "numeric(8,1)", "1.25", "1.500")]
    [InlineData("double precision", "integer", "1.5", "2.0")]
    [InlineData("timestamptz", "date", "'2024-05-06 07:08:09+00'", "'2024-05-06 00:00:00+00'")]
    [InlineData("text[]", "varchar(3)[]", "'{abc,long}'", "'{abc,de}'")]
    [InlineData("numeric(8,3)[]", "numeric(8,1)[]", "'{1.25}'", "'{1.500}'")]
    [InlineData("interval", "interval(0)", "'1.5 s'", "'2 s'")]
    [InlineData("interval", "interval day", "'1 day 02:00'", "'3 days'")]
    [InlineData("interval", "time", "'1 day 02:00'", "'02:00'")]
    [InlineData("timetz", "timetz(0)", "'10:00:00.6+00'", "'10:00:00+00'")]
    [InlineData("inet", "cidr", "'10.0.0.5/24'", "'10.0.0.0/24'")]
    [InlineData("numeric", "money", "1.255", "1.25")]
    [InlineData("text", "short", "'long'", "'abc'")]
    public async Task A_type_that_would_cut_values_is_refused_with_their_number(string before, string after, string? cut, string whole)
    {
        await using var scratch = await Scratch.OfAsync("postgres");
        await scratch.RunAsync(["create domain short as varchar(3)", $"create table t (id integer primary key, a {before})", $"insert into t values (1, {cut ?? whole}), (2, {whole}), (3, null)"]);
        var drafts = await DraftsAsync(scratch, "create domain short as varchar(3)", $"create table t (id integer primary key, a {after})");

        if (cut is not null)
        {
            var failure = await Should.ThrowAsync<SchemaStatementException>(() => scratch.RunAsync(drafts));
            failure.Message.ShouldContain("1 of the values in t.a do not fit into");
            await scratch.RunAsync(["rollback", "delete from t where id = 1"]);
        }

        await scratch.RunAsync(drafts);
        (await scratch.Database.QueryAsync("select count(a) from t", TestContext.Current.CancellationToken))[0][0].ShouldBe(cut is null ? "2" : "1");
    }

    [Fact]
    public async Task Nobody_writes_between_the_look_and_a_type_that_cuts()
    {
        await using var scratch = await Scratch.OfAsync("postgres");
        await scratch.RunAsync(["create table t (id integer primary key, a text)", "insert into t values (1, 'abc')"]);
        var drafts = await DraftsAsync(scratch, "create table t (id integer primary key, a varchar(3))");

        await scratch.RunAsync(drafts.TakeWhile(statement => !statement.StartsWith("alter", StringComparison.Ordinal)));

        (await scratch.Database.QueryAsync("select mode from pg_locks where relation = 't'::regclass and mode = 'AccessExclusiveLock'", TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_type_whose_values_nobody_can_turn_into_another_kind_is_told_with_its_columns()
    {
        await using var scratch = await Scratch.OfAsync("postgres");
        await scratch.RunAsync(["create type place as (x integer, y integer)", "create table t (id integer primary key, a place)"]);

        var obstacle = (await PlanAsync(scratch, "create type place as enum ('here', 'there')", "create table t (id integer primary key, a place)")).Obstacles.ShouldHaveSingleItem();

        obstacle.Problem.ShouldBe("composite place would become enum place, and nothing says what the values of t.a become.");
        obstacle.Remedy.ShouldContain("[Backfill(");
    }

    [Fact]
    public async Task A_partition_that_leaves_a_parent_with_keys_is_told_with_the_statement_that_does_it()
    {
        const string Parent = "create table p (id integer primary key) partition by range (id)";
        await using var scratch = await Scratch.OfAsync("postgres");
        await scratch.RunAsync([Parent, "create table q partition of p for values from (0) to (10)"]);
        string[] wanted = [Parent, "create table q (id integer not null, constraint q_pkey primary key (id))"];

        var obstacle = (await PlanAsync(scratch, wanted)).Obstacles.ShouldHaveSingleItem();

        var statement = obstacle.Remedy.Split('\n')[1];
        statement.ShouldBe("alter table p detach partition q;");
        await scratch.RunAsync([statement.TrimEnd(';')]);
        (await PlanAsync(scratch, wanted)).IsEmpty.ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<string>> DraftsAsync(Scratch scratch, params string[] wanted)
    {
        var plan = await PlanAsync(scratch, wanted);
        plan.Obstacles.ShouldBeEmpty();
        return [.. scratch.Database.Engine.Render(plan).SelectMany(draft => (string[])["begin", .. draft.Statements, "commit"])];
    }

    private static async Task<SchemaPlan> PlanAsync(Scratch scratch, params string[] wanted)
    {
        await using var other = await Scratch.OfAsync("postgres");
        await other.RunAsync(wanted);
        var cancellationToken = TestContext.Current.CancellationToken;
        return SchemaDiff.Compare(await scratch.Database.ReadModelAsync(cancellationToken), await other.Database.ReadModelAsync(cancellationToken), new(), scratch.Database.Engine);
    }
}
