using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class HistoryContract(Engine engine) : Contract(engine)
{
    private const string A = "create table a (id bigint primary key);\ninsert into a values (1);\n";

    [Fact]
    public async Task A_row_says_what_was_applied_when_and_how_long_it_took()
    {
        var noon = new DateTimeOffset(2026, 3, 29, 12, 0, 0, 123, 456, TimeSpan.Zero);
        Write("V1_2__create_a.sql", A);

        await UpAsync(new() { Clock = new FixedClock(noon) });

        var row = (await ReadAsync()).Scripts.ShouldHaveSingleItem();
        row.Rank.ShouldBe(1);
        row.Kind.ShouldBe(ScriptKind.Versioned);
        row.Version.ShouldBe(MigrationVersion.Parse("1.2"));
        row.Description.ShouldBe("create a");
        row.Source.ShouldBe("V1_2__create_a.sql");
        row.Checksum.ShouldBe(ScriptChecksum.Of(A));
        row.Statements.ShouldBe(2);
        row.AppliedAt.ShouldBe(noon);
        row.AppliedAt.Offset.ShouldBe(TimeSpan.Zero);
        row.Elapsed.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task An_edited_script_is_refused()
    {
        await UpAsync("V1__a.sql", A);
        Write("V1__a.sql", A + "insert into a values (2);");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1004");
        refusal.Errors[0].Location!.Value.File.ShouldBe("V1__a.sql");
        refusal.Plan!.Scripts.ShouldHaveSingleItem().State.ShouldBe(ScriptState.Changed);
    }

    [Fact]
    public async Task Line_ends_and_blanks_at_the_end_are_no_edit()
    {
        await UpAsync("V1__a.sql", A);
        Write("V1__a.sql", '\uFEFF' + A.Replace("\n", "\r\n", StringComparison.Ordinal) + "  \r\n\r\n");

        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_that_is_gone_is_refused()
    {
        await UpAsync("V1__a.sql", A);
        await UpAsync("V2__b.sql", "create table b (id bigint);");
        Remove("V1__a.sql");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1005");
        refusal.Plan!.Scripts.Select(script => script.State).ShouldBe([ScriptState.Missing, ScriptState.Applied]);
    }

    [Fact]
    public async Task A_database_newer_than_the_scripts_is_refused()
    {
        await UpAsync("V1__a.sql", A);
        await UpAsync("V2__b.sql", "create table b (id bigint);");
        Remove("V2__b.sql");

        (await RefusedAsync()).Code.ShouldBe("DWL1007");
    }

    [Fact]
    public async Task All_refusals_are_listed_at_once()
    {
        await UpAsync("V2__a.sql", A);
        await UpAsync("V4__b.sql", "create table b (id bigint);");
        await UpAsync("V6__c.sql", "create table c (id bigint);");
        Remove("V4__b.sql");
        Remove("V6__c.sql");
        Write("V1__late.sql", "select 'never closed;");
        Write("V2__a.sql", "select 2;");
        Write("V3__token.sql", "select ${nothing};");
        Write("V5__begin.sql", "begin; select 1;");

        var refusal = await RefusedAsync(new() { Target = MigrationVersion.Parse("9") });

        refusal.Errors.Select(error => error.Code).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["DWL1004", "DWL1005", "DWL1006", "DWL1007", "DWL1009", "DWL1012", "DWL1017", "DWL1021"]);
    }

    [Fact]
    public async Task A_history_table_may_have_any_name()
    {
        HistoryName = "My \"own\" history";
        Write("V1__a.sql", A);

        await UpAsync();

        (await UpAsync()).Applied.ShouldBeEmpty();
        (await Database.QueryAsync("select version from \"My \"\"own\"\" history\"")).ShouldBe("1");
        (await Database.QueryAsync("select count(*) from \"My \"\"own\"\" history_journal\"")).ShouldBe("0");
    }

    [Fact]
    public async Task A_table_that_is_no_history_is_refused_and_left_alone()
    {
        await Database.ExecuteAsync("create table schema_history (version text); insert into schema_history values ('7')");
        Write("V1__a.sql", A);

        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => UpAsync());

        refusal.Code.ShouldBe("DWL1022");
        (await Database.QueryAsync("select * from schema_history")).ShouldBe("7");
        await Should.ThrowAsync<Exception>(() => Database.QueryAsync("select * from a"));
    }

    [Fact]
    public async Task A_journal_that_somebody_dropped_is_made_again()
    {
        await UpAsync("V1__a.sql", A);
        await Database.ExecuteAsync("drop table schema_history_journal");

        await UpAsync("V2__b.sql", "create table b (id bigint);");

        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    [Fact]
    public async Task Spellings_of_a_number_are_one_version()
    {
        await UpAsync("V01_0__a.sql", A);
        Remove("V01_0__a.sql");
        Write("V1__a.sql", A);

        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    private async Task<History> ReadAsync()
    {
        await using var database = Database.Open();
        return await database.ReadHistoryAsync(Cancellation);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

public sealed class SqliteHistory() : HistoryContract(Engine.Sqlite);

public sealed class PostgresHistory() : HistoryContract(Engine.Postgres);
