using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class LayoutContract(Engine engine) : Contract(engine)
{
    private const string Table = "create table notes (id bigint, body text);\ncreate table tags (id bigint);";
    private const string NoTable = "drop table tags;\ndrop table notes;";

    /// <summary>A statement that the engine runs outside a transaction alone.</summary>
    protected abstract string Alone { get; }

    /// <summary>What takes it back.</summary>
    protected abstract string NotAlone { get; }

    /// <summary>A statement on the table <c>notes</c> with semicolons in it.</summary>
    protected abstract string Body { get; }

    /// <summary>What takes it back.</summary>
    protected abstract string NoBody { get; }

    [Fact]
    public Task Goose()
    {
        Write("00001_notes.sql", $"-- +goose Up\n{Table}\n\n-- +goose Down\n{NoTable}\n");
        Write("00002_alone.sql", $"-- +goose NO TRANSACTION\n-- +goose Up\n{Alone};\n-- +goose Down\n{NotAlone};\n");
        Write("00003_body.sql", $"-- +goose Up\n-- +goose StatementBegin\n{Body};\n-- +goose StatementEnd\n-- +goose Down\n{NoBody};\n");
        return UpDownUpAsync("goose", "00001", "00002", "00003");
    }

    [Fact]
    public Task Dbmate()
    {
        Write("20260101000000_notes.sql", $"-- migrate:up\n{Table}\n\n-- migrate:down\n{NoTable}\n");
        Write("20260102000000_alone.sql", $"-- migrate:up transaction:false\n{Alone};\n-- migrate:down transaction:false\n{NotAlone};\n");
        Write("20260103000000_body.sql", $"-- migrate:up\n{Body};\n-- migrate:down\n{NoBody};\n");
        return UpDownUpAsync("dbmate", "20260101000000", "20260102000000", "20260103000000");
    }

    [Fact]
    public Task Diesel()
    {
        Write("2026-01-01-000000_notes/up.sql", Table);
        Write("2026-01-01-000000_notes/down.sql", NoTable);
        Write("2026-01-02-000000_alone/up.sql", Alone + ';');
        Write("2026-01-02-000000_alone/down.sql", NotAlone + ';');
        Write("2026-01-02-000000_alone/metadata.toml", "run_in_transaction = false\n");
        return UpDownUpAsync("diesel", "20260101000000", "20260102000000");
    }

    [Fact]
    public Task Sqlx()
    {
        Write("20260101000000_notes.up.sql", Table);
        Write("20260101000000_notes.down.sql", NoTable);
        Write("20260102000000_alone.up.sql", $"-- no-transaction\n{Alone};");
        Write("20260102000000_alone.down.sql", $"-- no-transaction\n{NotAlone};");
        return UpDownUpAsync("sqlx", "20260101000000", "20260102000000");
    }

    [Fact]
    public async Task Drizzle()
    {
        Write("meta/_journal.json", """{"entries":[{"idx":0,"when":2,"tag":"0000_notes","breakpoints":true},{"idx":1,"when":1,"tag":"0001_alone","breakpoints":true}]}""");
        Write("0000_notes.sql", Table.Replace("\n", "\n--> statement-breakpoint\n", StringComparison.Ordinal));
        Write("0001_alone.sql", $"{Alone};--> statement-breakpoint\ninsert into notes values (1, 'x');");

        await UpAsync("drizzle", "0000", "0001");
    }

    [Fact]
    public async Task Drizzle_with_a_folder_for_each_script()
    {
        Write("20260101000000_notes/migration.sql", Table);
        Write("20260102000000_alone/migration.sql", Alone + ';');

        await UpAsync("drizzle", "20260101000000", "20260102000000");
    }

    [Fact]
    public async Task DbUp()
    {
        Write("Script0001 - Notes.sql", Table);
        Write("Script0002 - Alone.sql", Alone + ';');

        await UpAsync("dbup", "0001", "0002");
    }

    [Fact]
    public Task Evolve_and_Flyway()
    {
        Write("V1__notes.sql", Table);
        Write("U1__notes.sql", NoTable);
        Write("V2__alone.sql", $"-- evolve-tx-off\n{Alone};");
        Write("U2__alone.sql", NotAlone + ';');
        Write("U2__alone.sql.conf", "executeInTransaction=false\n");
        return UpDownUpAsync("flyway", "1", "2");
    }

    [Fact]
    public async Task A_script_that_repeats_always_runs_in_every_run()
    {
        Write("V1__notes.sql", Table);
        Write("R__count.sql", "-- evolve-repeat-always\ninsert into notes values (1, 'run');");
        await UpAsync();
        var status = (await PlanAsync()).Scripts[1];
        (status.IsPending, status.IsCurrent).ShouldBe((true, true));
        await UpAsync();

        (await Database.QueryAsync("select count(*) from notes")).ShouldBe("2");
        (await PlanAsync()).Refusals.ShouldBeEmpty();
        Write("R__count.sql", "-- evolve-repeat-always\ninsert into notes values (2, 'run');");
        (await PlanAsync()).Scripts[1].IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_fault_in_the_way_down_is_told_at_its_line_in_the_file()
    {
        Write("00001_notes.sql", $"-- +goose Up\n{Table}\n-- +goose Down\ndrop table notes;\ndrop table missing;\n");
        await UpAsync();

        var error = await Should.ThrowAsync<ScriptFailedException>(() => DownAsync());

        error.Errors[0].Location!.Value.ToString().ShouldStartWith("00001_notes.sql:6:");
    }

    [Theory]
    [InlineData("00001_a.sql", "-- +goose Up\n-- +goose StatementBegin\ncreate table a (x int)\n-- +goose StatementEnd\ncreate table b (x int);", "4:1")]
    [InlineData("00001_a/migration.sql", "create table a (x int)\n--> statement-breakpoint\ncreate table b (x int);", "2:1")]
    public async Task A_statement_that_only_a_mark_ends_is_refused(string name, string text, string place)
    {
        Write(name, text);

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1031");
        refusal.Errors[0].Location.ToString().ShouldBe($"{name}:{place}");
    }

    [Fact]
    public async Task The_last_statement_needs_no_semicolon()
    {
        Write("00001_a.sql", "-- +goose Up\n-- +goose StatementBegin\ncreate table a (x int)\n-- +goose StatementEnd\n");

        await UpAsync("goose", "00001");
    }

    private async Task UpAsync(string layout, params string[] versions)
    {
        var run = await UpAsync();

        run.Layout.ShouldBe(layout);
        run.Applied.Select(row => row.Name).ShouldBe(versions);
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    private async Task UpDownUpAsync(string layout, params string[] versions)
    {
        await UpAsync(layout, versions);
        var state = await StateAsync();

        (await DownAsync(versions.Length)).Applied.Select(row => row.Name).ShouldBe(versions.Reverse());
        (await HistoryAsync()).ShouldBe("");
        await Should.ThrowAsync<Exception>(() => Database.QueryAsync("select * from notes"));

        await UpAsync(layout, versions);
        WithoutHistory(await StateAsync()).ShouldBe(WithoutHistory(state));
    }

    private static IEnumerable<string> WithoutHistory(string state) =>
        state.Split('\n').Where(line => !line.StartsWith(nameof(AppliedScript), StringComparison.Ordinal));
}

public sealed class SqliteLayouts() : LayoutContract(Engine.Sqlite)
{
    protected override string Alone => "vacuum";

    protected override string NotAlone => "vacuum";

    protected override string Body => "create trigger tagged after insert on notes begin\n  insert into tags values (1);\n  insert into tags values (2);\nend";

    protected override string NoBody => "drop trigger tagged";
}

public sealed class PostgresLayouts() : LayoutContract(Engine.Postgres)
{
    protected override string Alone => "create index concurrently notes_by_body on notes (body)";

    protected override string NotAlone => "drop index concurrently notes_by_body";

    protected override string Body => "create function tag() returns void language plpgsql as $$\nbegin\n  insert into tags values (1);\n  insert into tags values (2);\nend $$";

    protected override string NoBody => "drop function tag()";
}
