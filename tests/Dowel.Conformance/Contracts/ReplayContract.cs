using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Conformance;

public abstract class ReplayContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task A_set_that_undoes_what_it_does_shows_no_difference()
    {
        Write("V1__a.sql", "create table a (id bigint primary key);");
        Write("U1__a.sql", "drop table a;");
        Write("V2__b.sql", "create table b (id bigint); create index b_id on b (id);");
        Write("U2__b.sql", "drop table b;");

        var report = await ReplayAsync();

        report.Run.Applied.Count.ShouldBe(2);
        report.Undone.ShouldBe(2);
        report.Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undo_script_that_forgets_something_is_found()
    {
        Write("V1__a.sql", "create table a (id bigint); create table if not exists extra (id bigint);");
        Write("U1__a.sql", "drop table a;");

        var report = await ReplayAsync();

        report.Differences.ShouldContain(difference => difference.IsExtra && difference.Line.Contains("extra"));
    }

    [Fact]
    public async Task An_undo_script_that_fails_is_told_as_in_a_real_run()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("U1__a.sql", "drop table b;");

        (await Should.ThrowAsync<ScriptFailedException>(ReplayAsync)).Errors[0].Location!.Value.File.ShouldBe("U1__a.sql");
    }

    [Fact]
    public async Task A_set_without_undo_scripts_is_applied_alone()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("R__v.sql", "create view v as select id from a;");

        var report = await ReplayAsync();

        report.Run.Applied.Count.ShouldBe(2);
        report.Undone.ShouldBe(0);
        report.Differences.ShouldBeEmpty();
    }

    protected Task<ReplayReport> ReplayAsync() => ReplayAsync(Database.Server);

    protected async Task<ReplayReport> ReplayAsync(IDatabaseServer server)
    {
        await using var scratch = await server.CreateScratchAsync(Cancellation);
        return await ReplayCheck.RunAsync(scratch, Load(), new(), Cancellation);
    }
}

public sealed class SqliteReplay() : ReplayContract(Engine.Sqlite);

public sealed class PostgresReplay() : ReplayContract(Engine.Postgres)
{
    [Theory]
    [InlineData("drop table app.a;")]
    [InlineData("drop schema app cascade;")]
    public async Task The_schema_that_the_run_itself_makes_is_no_difference(string undo)
    {
        Write("V1__a.sql", "create table app.a (id bigint);");
        Write("U1__a.sql", undo);

        var report = await ReplayAsync(new PostgresServer(Database.ConnectionString, new() { Schema = "app" }));

        report.Undone.ShouldBe(1);
        report.Differences.ShouldBeEmpty();
    }
}
