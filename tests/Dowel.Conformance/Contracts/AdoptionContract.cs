using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class AdoptionContract(Engine engine) : Contract(engine)
{
    public static TheoryData<string> Tools => [.. ForeignTables.All.Select(table => table.Tool)];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task What_a_tool_has_applied_is_taken_over_and_never_run_again(string tool)
    {
        var table = await MakeAsync(tool);
        var before = await RowsAsync(table.NameOn(Engine.Dialect));
        var refusal = await RefusedAsync();
        refusal.Code.ShouldBe("DWL1040");
        refusal.Remedy.ShouldContain($"dowel adopt --from {tool}");

        var plan = await UnchangedAsync(() => AdoptAsync(isPlan: true));
        plan.Refusals.ShouldBeEmpty();
        plan.Tool.ShouldBe(tool);
        plan.Rows.Count.ShouldBe(2);
        plan.Scripts.Count(script => script.IsPending).ShouldBe(1);
        (await AdoptAsync()).Rows.Count.ShouldBe(2);
        (await HistoryAsync()).ShouldBe(table.History);
        (await RowsAsync(table.NameOn(Engine.Dialect))).ShouldBe(before);

        (await UpAsync()).Applied.ShouldHaveSingleItem().Source.ShouldBe(table.Files[2]);
        (await UnchangedAsync(() => AdoptAsync())).Rows.ShouldBeEmpty();
        (await RowsAsync(table.NameOn(Engine.Dialect))).ShouldBe(before);
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_table_by_another_name_is_found_however_odd(string tool)
    {
        await MakeAsync(tool, "\"My \"\"own\"\" --table\"");

        (await AdoptAsync()).Table.ShouldEndWith("My \"own\" --table");
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Without_the_file_of_what_was_applied_nothing_is_taken_over(string tool)
    {
        var table = await MakeAsync(tool);
        Remove(table.Files[1]);
        if (tool == "ef")
        {
            // Its migrations are no files; a point stands for them.
            (await AdoptAsync()).Rows.Count.ShouldBe(2);
            (await UpAsync()).Applied.ShouldHaveSingleItem().Source.ShouldBe(table.Files[2]);
            return;
        }

        (await DeniedAsync()).Select(error => error.Code).ShouldBe(["DWL1045"]);
    }

    [Theory]
    [InlineData("flyway")]
    [InlineData("evolve")]
    [InlineData("grate")]
    [InlineData("sqlx")]
    public async Task An_edited_file_is_told_from_the_tool_s_checksum(string tool)
    {
        var table = await MakeAsync(tool);
        Write(table.Files[0], ForeignTable.A + "-- edited\n");

        var error = (await DeniedAsync()).ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1044");
        error.Location!.Value.File.ShouldBe(table.Files[0]);
    }

    [Theory]
    [InlineData("flyway", "update flyway_schema_history set success = false where installed_rank = 2")]
    [InlineData("evolve", "update changelog set success = false where version = '2'")]
    [InlineData("golang-migrate", "update schema_migrations set dirty = true")]
    [InlineData("sqlx", "update _sqlx_migrations set success = false where version = 2")]
    public async Task What_failed_and_was_not_settled_is_refused(string tool, string sql)
    {
        await MakeAsync(tool);
        await Database.ExecuteAsync(sql);

        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1043");
        (await RefusedAsync()).Code.ShouldBe("DWL1040");
    }

    [Fact]
    public async Task What_a_tool_keeps_beside_the_name_is_kept()
    {
        await MakeAsync("flyway");

        var rows = (await AdoptAsync()).Rows;

        rows.Select(row => row.AppliedAt).ShouldBe(
            [new(2025, 3, 1, 10, 0, 0, 500, TimeSpan.Zero), new(2025, 3, 2, 10, 0, 0, TimeSpan.Zero)]);
        rows.Select(row => row.Elapsed).ShouldBe([TimeSpan.FromMilliseconds(12), TimeSpan.FromMilliseconds(7)]);
        rows.Select(row => row.Checksum).ShouldBe([ScriptChecksum.Of(ForeignTable.A), ScriptChecksum.Of(ForeignTable.B)]);
        rows.Select(row => row.Statements).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Undone_and_deleted_versions_are_pending_and_repeatable_scripts_count_once()
    {
        await MakeAsync("flyway");
        Write("R__v.sql", "drop view if exists v;\ncreate view v as select 1 as one;\n");
        Write("R__w.sql", "drop view if exists w;\ncreate view w as select ${three} as three;\n");
        await Database.ExecuteAsync("""
            drop table b;
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values
                (3, '2', 'b', 'UNDO_SQL', 'U2__b.sql', 7, 'me', 1, true),
                (4, null, 'v', 'SQL', 'R__v.sql', 5, 'me', 1, true),
                (5, null, 'v', 'SQL', 'R__v.sql', 361661153, 'me', 1, true),
                (6, null, 'w', 'SQL', 'R__w.sql', 9, 'me', 1, true),
                (7, '0.5', 'code', 'JDBC', 'app.V0_5__code', null, 'me', 1, true)
            """);

        var plan = await AdoptAsync();

        plan.Warnings.Select(warning => warning.Code).ShouldBe(["DWL1048", "DWL1048"]);
        (await HistoryAsync()).ShouldBe("versioned|1,repeatable|v");
        (await UpAsync(new() { Variables = new Dictionary<string, string> { ["three"] = "3" } }))
            .Applied.Select(row => row.Source).ShouldBe(["V2__b.sql", "V3__c.sql", "R__w.sql"]);
    }

    [Fact]
    public async Task A_baseline_of_flyway_covers_what_lies_below_it()
    {
        await MakeAsync("flyway");
        await Database.ExecuteAsync("""
            delete from flyway_schema_history;
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (1, '2.5', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', null, 'me', 0, true)
            """);

        (await AdoptAsync()).Rows.Count.ShouldBe(3);

        (await HistoryAsync()).ShouldBe("baseline|1,baseline|2,baseline|2.5");
        (await UpAsync()).Applied.ShouldHaveSingleItem().Source.ShouldBe("V3__c.sql");
        Write("V2_1__late.sql", "create table late (id bigint);");
        (await RefusedAsync()).Code.ShouldBe("DWL1006");
    }

    [Fact]
    public async Task What_the_tool_has_passed_over_is_not_recorded_and_told()
    {
        await MakeAsync("drizzle");
        Write("001.5_late.sql", "create table later (id bigint);");

        var warning = (await AdoptAsync()).Warnings.ShouldHaveSingleItem();

        warning.Code.ShouldBe("DWL1047");
        warning.Location!.Value.File.ShouldBe("001.5_late.sql");
        (await RefusedAsync()).Code.ShouldBe("DWL1006");
        (await UpAsync(new() { OutOfOrder = OutOfOrderPolicy.Allow })).Applied.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_tool_that_keeps_one_number_is_taken_at_its_word()
    {
        await MakeAsync("golang-migrate");

        (await AdoptAsync()).Warnings.ShouldHaveSingleItem().Code.ShouldBe("DWL1049");
    }

    [Fact]
    public async Task Migrations_of_EF_Core_need_no_file()
    {
        await Database.ExecuteAsync(ForeignTables.Of("ef").Create(Engine.Dialect));
        (await AdoptAsync()).Rows.ShouldHaveSingleItem().Description.ShouldBe("AddB");
        (await UpAsync()).Applied.ShouldBeEmpty();

        var run = await UpAsync("20250101000000_c.sql", "create table c (id bigint);");

        run.Applied.ShouldHaveSingleItem();
        run.Scripts.Select(script => script.State).ShouldBe([ScriptState.Baseline, ScriptState.Applied]);
        Write("001_never_seen.sql", "create table never_seen (id bigint);");
        (await RefusedAsync()).Code.ShouldBe("DWL1006");
    }

    [Fact]
    public async Task Two_files_of_one_text_are_both_taken_over()
    {
        await MakeAsync("drizzle");
        Write("002_b.sql", ForeignTable.A);
        await Database.ExecuteAsync($"""
            update {ForeignTables.Of("drizzle").NameOn(Engine.Dialect)}
            set hash = 'f3ce0dede48aa8c2443c5eb6d44a859fb735e8be2c4a87bc6142ff3467cf5fa6'
            """);

        await AdoptAsync();

        (await HistoryAsync()).ShouldBe("versioned|001,versioned|002");
    }

    [Fact]
    public async Task Of_two_histories_one_has_to_be_named()
    {
        await MakeAsync("golang-migrate");
        await Database.ExecuteAsync(ForeignTables.Of("goose").Create(Engine.Dialect));

        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1042");
        (await AdoptAsync("goose")).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_tables_of_a_tool_one_has_to_be_named()
    {
        await MakeAsync("dbmate");
        await Database.ExecuteAsync(ForeignTables.Of("dbmate").Create(Engine.Dialect, "older"));

        (await DeniedAsync()).ShouldHaveSingleItem().Remedy.ShouldContain("older");
        (await AdoptAsync("older")).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_there_is_no_history_nothing_is_taken_over()
    {
        await Database.ExecuteAsync("create table setting (version text); insert into setting values ('new')");
        Write("V1__a.sql", ForeignTable.A);

        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1041");
        (await DeniedAsync("flywya")).ShouldHaveSingleItem().Remedy.ShouldStartWith("Did you mean 'flyway'?");
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_table_of_a_tool_is_no_history()
    {
        await MakeAsync("goose");
        await Database.ExecuteAsync("delete from goose_db_version where version_id > 0; drop table a; drop table b");

        (await UpAsync()).Applied.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_history_of_Dowel_s_own_is_not_overwritten()
    {
        await MakeAsync("dbmate");
        Remove("001_a.sql");
        Remove("002_b.sql");
        await UpAsync(new() { ForeignHistory = ForeignHistoryPolicy.Ignore });
        Write("001_a.sql", ForeignTable.A);
        Write("002_b.sql", ForeignTable.B);

        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1046");
    }

    [Fact]
    public async Task A_file_that_was_edited_after_the_adoption_does_not_matter_to_it()
    {
        await MakeAsync("flyway");
        await AdoptAsync();
        Write("V1__a.sql", ForeignTable.A + "-- edited\n");

        (await AdoptAsync()).Rows.ShouldBeEmpty();
        (await RefusedAsync()).Code.ShouldBe("DWL1004");
    }

    [Fact]
    public async Task A_database_that_began_beside_the_tool_is_not_taken_over()
    {
        await MakeAsync("flyway");
        await WithAsync(migrator => migrator.BaselineAsync(Cancellation), new() { Target = MigrationVersion.Parse("0") });
        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1046");

        Write("V1__a.sql", ForeignTable.A + "-- edited\n");
        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1046");
    }

    [Fact]
    public async Task What_the_tool_has_applied_can_be_undone_by_its_files()
    {
        await MakeAsync("golang-migrate");
        foreach (var file in new[] { "001_a", "002_b", "003_c" })
        {
            Remove($"{file}.sql");
            Write($"{file}.up.sql", $"create table {file[^1]} (id bigint);");
            Write($"{file}.down.sql", $"drop table {file[^1]};");
        }

        await AdoptAsync();

        (await DownAsync(2)).Applied.Select(row => row.Name).ShouldBe(["002", "001"]);
        (await DeniedAsync()).ShouldHaveSingleItem().Code.ShouldBe("DWL1046");
        (await UpAsync()).Applied.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Another_tool_s_table_under_the_history_s_name_is_named_and_taken_over_beside()
    {
        await MakeAsync("golang-migrate");
        HistoryName = "schema_migrations";

        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => AdoptAsync());
        refusal.Code.ShouldBe("DWL1022");
        refusal.Problem.ShouldContain("golang-migrate's history");
        refusal.Remedy.ShouldContain("dowel adopt --from golang-migrate --history dowel_history");

        HistoryName = "dowel_history";
        (await AdoptAsync()).Rows.Count.ShouldBe(2);
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Scripts_may_begin_beside_another_tool_from_nothing()
    {
        await Database.ExecuteAsync(ForeignTables.Of("flyway").Create(Engine.Dialect));
        Write("001_other.sql", "create table other (id bigint);");
        (await RefusedAsync()).Code.ShouldBe("DWL1040");

        await WithAsync(migrator => migrator.BaselineAsync(Cancellation), new() { Target = MigrationVersion.Parse("0") });

        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("001");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_history_comes_into_being_with_its_rows_or_not_at_all()
    {
        await MakeAsync("sqlx");
        await using (var database = Database.Open())
        {
            var row = (await AdoptAsync(isPlan: true)).Rows[0];
            await database.ReadHistoryAsync(Cancellation);
            (await database.WriteAsync(new() { MakesTables = true, Applied = [row, row] }, Cancellation)).ShouldBeFalse();
        }

        (await RefusedAsync()).Code.ShouldBe("DWL1040");
        (await AdoptAsync()).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_schema_of_the_run_s_own_is_made_for_the_history()
    {
        Schema = "shop";
        var table = await MakeAsync("drizzle");

        (await AdoptAsync()).Table.ShouldEndWith("__drizzle_migrations");

        (await PlanAsync()).Pending.ShouldHaveSingleItem().Script.Path.ShouldBe(table.Files[2]);
    }

    [Fact]
    public async Task Several_may_adopt_at_once_and_one_of_them_writes()
    {
        await MakeAsync("flyway");

        var plans = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AdoptAsync())));

        plans.Count(plan => plan.Rows.Count == 2).ShouldBe(1);
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    private Task<string> RowsAsync(string table) => Database.QueryAsync($"select * from {table}");

    private async Task<IReadOnlyList<DowelError>> DeniedAsync(string? from = null)
    {
        var refusal = await UnchangedAsync(() => Should.ThrowAsync<MigrationRefusedException>(() => AdoptAsync(from)));
        (await AdoptAsync(from, isPlan: true)).Refusals.Select(error => error.Code).ShouldBe(refusal.Errors.Select(error => error.Code));
        return refusal.Errors;
    }

    private async Task<T> UnchangedAsync<T>(Func<Task<T>> work)
    {
        var before = await StateAsync();
        var result = await work();
        (await StateAsync()).ShouldBe(before);
        return result;
    }
}

public sealed class SqliteAdoption() : AdoptionContract(Engine.Sqlite);

public sealed class PostgresAdoption() : AdoptionContract(Engine.Postgres);
