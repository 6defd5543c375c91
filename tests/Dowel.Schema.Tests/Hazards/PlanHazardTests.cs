using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

/// <summary>What plans, as they are written, ask of others.</summary>
public sealed class PlanHazardTests
{
    private static readonly string[] Before = ["create table users (id integer primary key, name text, age integer)", "create table notes (id integer primary key, user_id integer)"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create table users (id integer primary key, name text not null, age integer)")]
    [InlineData("create table users (id integer primary key, name text, age integer, constraint grown check (age > 17))")]
    [InlineData("create table users (id integer primary key, name text, age integer, constraint one unique (name))")]
    [InlineData("create table users (id integer primary key, name text, age integer, constraint other foreign key (age) references notes)")]
    [InlineData("create table users (id integer primary key, name varchar, age integer, mail text not null default '')")]
    [InlineData("create table users (id integer primary key, name text, age integer); create index by_name on users (name)")]
    public async Task Safe_forms_make_nobody_wait(string users) => (await MeasureAsync(users)).Hazards.ShouldBeEmpty();

    [Fact]
    public async Task Another_type_is_told() =>
        (await MeasureAsync("create table users (id integer primary key, name text, age bigint)")).Hazards.ShouldHaveSingleItem().What.ShouldBe("rewrites users");

    [Fact]
    public async Task Tables_that_SQLite_makes_anew_are_told()
    {
        var plan = await PlanAsync(await Scratch.SqliteAsync(), "create table users (id integer primary key, name text not null, age integer, mail text)");

        SqliteHazards.Of(plan).ShouldHaveSingleItem().What.ShouldBe("copies every row of users into a new table; writers wait");
    }

    [Fact]
    public async Task Tables_that_SQLite_changes_in_place_are_not() =>
        SqliteHazards.Of(await PlanAsync(await Scratch.SqliteAsync(), "create table users (id integer primary key, name text, age integer, mail text)")).ShouldBeEmpty();

    private static async Task<HazardReport> MeasureAsync(string users)
    {
        await using var scratch = await Scratch.PostgresAsync();
        var plan = await PlanAsync(await Scratch.PostgresAsync(), users);
        await scratch.RunAsync(Before);
        return HazardRules.Of(await ((PostgresMigrationDatabase)scratch.Migrated).TraceAsync(new PostgresSchemaEngine().Render(plan), Cancel));
    }

    private static async Task<SchemaPlan> PlanAsync(Scratch scratch, string users)
    {
        await using var _ = scratch;
        await scratch.RunAsync(Before);
        var before = await scratch.Database.ReadModelAsync(Cancel);
        await scratch.RunAsync(users.Split("; ").Prepend("drop table users"));
        return SchemaDiff.Compare(before, await scratch.Database.ReadModelAsync(Cancel), new(), scratch.Database.Engine);
    }
}
