using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

public sealed class SeedTests
{
    private const string Shared = """
        create table users (id integer primary key, email text not null unique, born text, kind text not null check (kind in ('x', 'y')));
        create table notes (user_id integer not null references users (id), no integer not null, body text, primary key (user_id, no));
        create table parts (id integer primary key, whole integer references parts (id), size real not null, data numeric(5,2));
        """;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_table_gets_rows_that_the_engine_takes(string engine)
    {
        await using var scratch = await Scratch.OfAsync(engine);
        await scratch.RunAsync(Shared.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(sql => sql.Trim()).Where(sql => sql.Length > 0));

        await SeedAsync(scratch);

        foreach (var table in new[] { "users", "notes", "parts" })
        {
            (await scratch.Database.QueryAsync($"select count(*) from {table}", TestContext.Current.CancellationToken))[0][0].ShouldBe("3", table);
        }
    }

    [Fact]
    public async Task PostgreSQLs_own_types_have_values()
    {
        await using var scratch = await Scratch.PostgresAsync();
        await scratch.RunAsync(
            "create type mood as enum ('sad', 'ok')",
            "create domain email as text check (value <> '')",
            """
            create table t (a bigint generated always as identity primary key, b boolean, c uuid, d date, e timestamptz, f time, g interval, h jsonb, i bytea, j inet, k text[], l mood not null,
              m int4range, n email, o varchar(1), p "char", q bit(1), r macaddr, s cidr, t double precision, u numeric(1), v timestamp, w smallint, x bigint generated always as (a + 1) stored)
            """);

        await SeedAsync(scratch);

        (await scratch.Database.QueryAsync("select count(*), count(distinct c), count(k), min(l) from t", TestContext.Current.CancellationToken))[0].ShouldBe(["3", "2", "2", "sad"]);
    }

    [Fact]
    public void A_row_keeps_the_rules_that_come()
    {
        var before = new TableModel("t", TableKind.Table, [new("id", "integer", IsNullable: true)]);
        var after = before with { Columns = [new("id", "integer", IsNullable: false)] };

        SeedPlan.Create(new([before]), new([after]), new SqliteSchemaEngine()).Select(row => row.Sql)
            .ShouldBe(["insert into t (id) values (1)", "insert into t (id) values (2)", "insert into t (id) values (3)"]);
        SeedPlan.Create(new([before]), new([before]), new PostgresSchemaEngine()).Select(row => row.Sql)
            .ShouldBe(["insert into t (id) values (1)", "insert into t (id) values (null)", "insert into t (id) values (3)"]);
    }

    [Fact]
    public void What_a_plan_keeps_is_followed_by_its_new_names()
    {
        var old = new TableModel("user", TableKind.Table, [new("id", "int", false), new("mail", "text", false), new("size", "int", true)]);
        var now = new TableModel("users", TableKind.Table, [new("id", "int", false), new("email", "text", false), new("size", "text", true)]);
        var plan = new SchemaPlan(new([old]), new([now]), [new RenameObject(old.Key, now.Key), new RenameObject(now.Key.Column("mail"), now.Key.Column("email"))]);

        var kept = KeptTable.Of(plan).ShouldHaveSingleItem();

        kept.SelectBefore(new SqliteSchemaEngine()).ShouldBe("select id, mail, size from user");
        kept.SelectAfter(new SqliteSchemaEngine()).ShouldBe("select id, email, size from users");
        kept.Compare([["1", "a", "1"], ["2", "b", "2"]], [["2", "b", "2.0"], ["1", "a", null]]).ShouldBeNull();
        kept.Compare([["1", "a", "1"]], []).ShouldBe("users had 1 rows and has 0");
        kept.Compare([["1", "a", "1"]], [["1", "b", "1"]]).ShouldBe("a row of users was ('1', 'a') and is ('1', 'b')");
    }

    private static async Task SeedAsync(Scratch scratch)
    {
        var model = await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
        await scratch.RunAsync(SeedPlan.Create(model, model, scratch.Database.Engine).Select(row => row.Sql));
    }
}
