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
            (await scratch.Database.QueryAsync($"select count(*) from {table}", TestContext.Current.CancellationToken))[0][0].ShouldBe("4", table);
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

        (await scratch.Database.QueryAsync("select count(*), count(distinct c), count(k), min(l) from t", TestContext.Current.CancellationToken))[0].ShouldBe(["4", "3", "3", "sad"]);
    }

    [Fact]
    public void A_row_keeps_the_rules_that_come()
    {
        var before = new TableModel("t", TableKind.Table, [new("id", "integer", IsNullable: true)]);
        var after = before with { Columns = [new("id", "integer", IsNullable: false)] };

        SeedPlan.Create(new([before]), new([after]), new SqliteSchemaEngine(), isTame: true).Select(row => row.Sql)
            .ShouldBe(["insert into t (id) values (1)", "insert into t (id) values (2)", "insert into t (id) values (3)", "insert into t (id) values (4)"]);
        SeedPlan.Create(new([before]), new([after]), new PostgresSchemaEngine()).Select(row => row.Sql).ShouldBe(
        ["insert into t (id) values (1)", "insert into t (id) values (null)", "insert into t (id) values (2147483647)", "insert into t (id) values (-2147483648)"]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Rows_hold_nulls_extremes_and_each_other(string engine)
    {
        await using var scratch = await Scratch.OfAsync(engine);
        await scratch.RunAsync("create table t (id integer primary key, above integer references t (id), name text, size smallint, short varchar(3) check (short <> ''), kind text check (kind in ('x', 'y')))");

        await SeedAsync(scratch);

        (await scratch.Database.QueryAsync("select name, above, short, kind from t order by id", TestContext.Current.CancellationToken)).Select(row => string.Join('|', row.Select(value => value ?? "null")))
            .ShouldBe([$"{(engine == "sqlite" ? "n1" : "1")}|1|{(engine == "sqlite" ? "n1" : "1")}|x", "null|null|null|null", " Zoë\u0301 ☃ 日本 שלום 𝕏 \"o'k\" %_\\ |2| Zo|x", engine == "sqlite" ? "n4|3|n4|y" : "4|3|4|y"]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_the_engine_refuses_is_told(string engine)
    {
        await using var scratch = await Scratch.OfAsync(engine);
        await scratch.RunAsync(
            "create table orders (id integer primary key, net integer not null, total integer not null, constraint orders_total_chk check (total = net * 2))",
            "create table flags (is_on boolean not null unique)",
            "create table known (is_on boolean not null unique, n integer default 7)",
            "insert into known (is_on) values (true), (false)");
        var model = await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
        var rows = new ProofRows(new(model, model, []), scratch.Database.Engine);

        await rows.SeedAsync(scratch.Database, isTame: false, TestContext.Current.CancellationToken);

        var orders = rows.Poor.Single(line => line.Contains("orders", StringComparison.Ordinal));
        orders.ShouldStartWith("no rows could be made for orders: ");
        orders.ShouldContain("orders_total_chk");
        rows.Poor.Single(line => line.Contains("flags", StringComparison.Ordinal)).ShouldStartWith("2 of 4 rows could be made for flags: ");
    }

    [Fact]
    public async Task Rows_behind_a_wall_are_made_and_read_by_an_owner_who_is_no_superuser()
    {
        var role = $"seeder_{Guid.NewGuid():n}";
        await using var scratch = await Scratch.PostgresAsync();
        await scratch.RunAsync($"create role {role}", $"alter schema public owner to {role}", $"set role {role}", "create table t (id integer)", "alter table t enable row level security", "alter table t force row level security");
        var model = await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
        var rows = new ProofRows(new(model, model, []), scratch.Database.Engine);

        await rows.SeedAsync(scratch.Database, isTame: false, TestContext.Current.CancellationToken);
        await rows.ReadAsync(scratch.Database, TestContext.Current.CancellationToken);

        rows.Count.ShouldBe(4);
        rows.Poor.ShouldBeEmpty();
        (await rows.CompareAsync(scratch.Database, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await scratch.Database.QueryAsync("select count(*) from t", TestContext.Current.CancellationToken))[0][0].ShouldBe("0");
        await scratch.RunAsync("reset role", "alter schema public owner to postgres", $"drop owned by {role}", $"drop role {role}");
    }

    [Theory]
    [InlineData("integer", "bigint", "7", "7", true)]
    [InlineData("integer", "bigint", "7", "8", false)]
    [InlineData("integer", "numeric(10,2)", "7", "7.00", true)]
    [InlineData("character varying(9)", "text", "ä", "ä", true)]
    [InlineData("character varying(9)", "text", "ä", "a", false)]
    [InlineData("character(3)", "text", "a  ", "a", true)]
    [InlineData("integer", "text", "7", "07", false)]
    [InlineData("uuid", "text", "x", "y", false)]
    [InlineData("text", "integer", "07", "7", true)]
    [InlineData("timestamp(3) with time zone", "timestamp with time zone", "x", "y", false)]
    public void Values_are_compared_over_types_of_one_family(string before, string after, string old, string now, bool isKept)
    {
        var (first, second) = (new TableModel("t", TableKind.Table, [new("a", before, true)]), new TableModel("t", TableKind.Table, [new("a", after, true)]));
        Compare(new([first]), new([second]), [[old]], [[now]]).ShouldBe(isKept ? null : $"a row of t was ('{old}') and is ('{now}')");
    }

    [Fact]
    public void Of_a_column_that_is_filled_the_values_that_were_there_are_kept()
    {
        var (first, second) = (new TableModel("t", TableKind.Table, [new("id", "int", false), new("a", "text", true)]), new TableModel("t", TableKind.Table, [new("id", "int", false), new("a", "text", false)]));
        Compare(new([first]), new([second]), [["1", "x"], ["2", null]], [["2", "y"], ["1", "x"]]).ShouldBeNull();
        Compare(new([first]), new([second]), [["1", "x"], ["2", null]], [["2", "x"], ["1", "y"]]).ShouldBe("a row of t was ('1'; 'x') and is ('2'; 'x')");
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
        Compare(plan, [["1", "a", "1"], ["2", "b", "2"]], [["2", "b", "2"], ["1", "a", "1"]]).ShouldBeNull();
        Compare(plan, [["1", "a", "1"]], []).ShouldBe("users had 1 rows and has 0");
        Compare(plan, [["1", "a", "1"]], [["1", "b", "1"]]).ShouldBe("a row of users was ('1', 'a', '1') and is ('1', 'b', '1')");
    }

    private static string? Compare(DatabaseModel before, DatabaseModel after, string?[][] old, string?[][] now) => Compare(new SchemaPlan(before, after, []), old, now);

    private static string? Compare(SchemaPlan plan, string?[][] old, string?[][] now)
    {
        var table = KeptTable.Of(plan).ShouldHaveSingleItem();
        var (first, second) = (new KeptRows(KeptColumn.Of(table, plan)), new KeptRows(KeptColumn.Of(table, plan)));
        old.ToList().ForEach(first.Add);
        now.ToList().ForEach(second.Add);
        return first.Compare(second, table.After.Name);
    }

    private static async Task SeedAsync(Scratch scratch)
    {
        var model = await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
        await new ProofRows(new(model, model, []), scratch.Database.Engine).SeedAsync(scratch.Database, isTame: false, TestContext.Current.CancellationToken);
    }
}
