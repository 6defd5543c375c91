using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>What PostgreSQL does outside transactions: indexes, partitions, procedures, labels; and what a dead run leaves of it.</summary>
public abstract class PostgresStepsContract(Engine engine) : Contract(engine)
{
    private const string Mixed = "create table a (id bigint, code text);\ninsert into a values (1, 'x'), (2, 'x');\n";
    private const string Index = "create unique index concurrently a_code on a (code);\n";
    private const string Committing = "create procedure p() language plpgsql as $$ begin insert into a values (9); commit; end $$;\n";
    private const string IndexState = "select relname, indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid where relname = 'a_code'";

    [Fact]
    public async Task A_mixed_script_resumes_at_the_statement_that_failed()
    {
        const string Head = Mixed + "create index concurrently a_code on a (code);\n";
        Write("V1__a.sql", Head + "insert into a values ('no number');");

        var error = await FailsAsync();

        error.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:4:23");
        error.Remedy.ShouldContain("3 of 4 statements are done, and the next run resumes at statement 4");
        (await JournalAsync()).ShouldBe("1|done,2|done,3|done");

        Write("V1__a.sql", Head + "insert into a values (3);");
        await UpAsync();
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2,3");
        (await JournalAsync()).ShouldBe("");
    }

    [Theory]
    [InlineData(Index)]
    [InlineData("create index concurrently a_code on a (code);\n")]
    public async Task An_index_that_failed_is_dropped_and_built_again(string mended)
    {
        Write("V1__a.sql", Mixed + Index);
        (await FailsAsync()).Problem.ShouldContain("could not create unique index");
        (await Database.QueryAsync(IndexState)).ShouldBe("a_code|False");
        await Database.ExecuteAsync("update a set code = 'y' where id = 2");
        Write("V1__a.sql", Mixed + mended);

        await UpAsync();

        (await Database.QueryAsync(IndexState)).ShouldBe("a_code|True");
    }

    [Fact]
    public async Task An_index_that_was_there_before_is_not_taken_for_the_scripts_own()
    {
        await Database.ExecuteAsync("create table a (id bigint, code text); create index a_code on a (id)");
        Write("V1__a.sql", "create index concurrently a_code on a (code);");

        (await FailsAsync()).Problem.ShouldContain("already exists");
        (await FailsAsync()).Problem.ShouldContain("already exists");
    }

    [Theory]
    [InlineData("create index a_code on a (code)")]
    [InlineData("create table other ()")]
    [InlineData("insert into a values (3, 'x'), (4, 'x')")]
    public async Task A_run_that_died_in_an_index_build_is_resumed_whatever_it_left(string left)
    {
        Write("V1__a.sql", "create table a (id bigint, code text);\n" + Index + "insert into a values (7, 'z');");
        await Database.ExecuteAsync("create table a (id bigint, code text)");
        await Database.ExecuteAsync(left);
        await DieInAsync("V1__a.sql", 2);
        if (left.StartsWith("insert", StringComparison.Ordinal))
        {
            await Should.ThrowAsync<Exception>(() => Database.ExecuteAsync(Index));
            (await Database.QueryAsync(IndexState)).ShouldBe("a_code|False");
            await Database.ExecuteAsync("update a set code = id::text");
        }

        await UpAsync();

        (await Database.QueryAsync(IndexState)).ShouldBe("a_code|True");
        (await Database.QueryAsync("select count(*) from a where id = 7")).ShouldBe("1");
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await JournalAsync()).ShouldBe("");
    }

    [Theory]
    [InlineData(Settlement.Done, "8")]
    [InlineData(Settlement.Redo, "8,9")]
    public async Task What_the_server_cannot_tell_is_in_doubt_until_somebody_settles_it(Settlement settlement, string rows)
    {
        Write("V1__a.sql", "create table a (id bigint);\n" + Committing);
        await UpAsync();
        Write("V2__call.sql", "-- dowel: transaction=none\ncall p();\ninsert into a values (8);");
        await DieInAsync("V2__call.sql", 1);

        var refusal = await RefusedAsync();
        refusal.Code.ShouldBe("DWL1019");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V2__call.sql:2:1");

        var state = await StateAsync();
        (await RepairAsync()).Warnings.ShouldHaveSingleItem().Code.ShouldBe("DWL1019");
        (await StateAsync()).ShouldBe(state);

        var report = await RepairAsync(new() { Settlement = settlement });
        report.Settled.ShouldHaveSingleItem().Number.ShouldBe(1);
        report.Warnings.ShouldBeEmpty();
        await UpAsync();
        (await Database.QueryAsync("select id from a order by id")).ShouldBe(rows);
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task What_another_migrator_is_at_is_not_settled()
    {
        Write("V1__a.sql", "-- dowel: transaction=none\nselect 1;");
        await DieInAsync("V1__a.sql", 1);
        await using var other = Database.Open();
        await other.ReadHistoryAsync(Cancellation);
        await using var held = await other.TryLockAsync(LockNeed.Steps, Cancellation);

        await Should.ThrowAsync<LockNotAcquiredException>(() => WithAsync(
            migrator => migrator.RepairAsync(new() { Settlement = Settlement.Redo }, Cancellation),
            new() { LockWait = TimeSpan.FromMilliseconds(100) }));

        (await JournalAsync()).ShouldBe("1|started");
    }

    [Fact]
    public async Task A_procedure_that_commits_asks_for_the_directive()
    {
        Write("V1__a.sql", "create table a (id bigint);\n" + Committing);
        await UpAsync();
        Write("V2__call.sql", "insert into a values (8);\ncall p();");

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1102");
        error.Remedy.ShouldContain("-- dowel: transaction=none");
        error.Errors[0].Location!.Value.Line.ShouldBe(2);
        (await Database.QueryAsync("select id from a")).ShouldBe("");

        Write("V2__call.sql", "-- dowel: transaction=none\ninsert into a values (8);\ncall p();");
        await UpAsync();
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("8,9");
    }

    [Fact]
    public async Task A_call_that_committed_and_then_failed_is_in_doubt_and_not_called_again()
    {
        Write("V1__a.sql", "create table a (id int); create procedure p() language plpgsql as $$ begin insert into a values (1); commit; perform 1 / 0; end $$;");
        await UpAsync();
        Write("V2__call.sql", "-- dowel: transaction=none\ncall p();");

        var failure = await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => UpAsync());

        failure.Remedy.ShouldContain("may have committed");
        refusal.Code.ShouldBe("DWL1019");
        (await Database.QueryAsync("select id from a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_vacuum_that_was_cancelled_runs_again()
    {
        Write("V1__a.sql", "create table a (id int); insert into a select generate_series(1, 1000);");
        await UpAsync();
        Write("V2__do.sql", "-- dowel: transaction=none\nvacuum (full, analyze) nowhere;");
        await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        (await JournalAsync()).ShouldBe("1|failed");
        Write("V2__do.sql", "-- dowel: transaction=none\nvacuum (full, analyze) a;");

        await UpAsync();

        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task An_index_that_a_dead_run_has_built_is_found_in_its_table_s_schema()
    {
        Write("V1__a.sql", "create schema s;\ncreate table s.a (id int);\ncreate index concurrently a_code on only s.a (id);");
        await Database.ExecuteAsync("create schema s; create table s.a (id int); create index a_code on s.a (id)");
        await DieInAsync("V1__a.sql", 3);

        await UpAsync();

        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_cosmetic_edit_of_what_is_done_is_accepted_by_a_repair()
    {
        Write("V1__a.sql", "create table a (id int); vacuum a; vacuum nowhere;");
        await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        Write("V1__a.sql", "create table a (id int /* key */); vacuum a; vacuum a;");
        (await Should.ThrowAsync<MigrationRefusedException>(() => UpAsync())).Code.ShouldBe("DWL1020");

        var report = await WithAsync(migrator => migrator.RepairAsync(new(), Cancellation));
        await UpAsync();

        report.Accepted.ShouldHaveSingleItem().Name.ShouldBe("1");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_label_is_added_and_used_in_one_script()
    {
        Write("V1__a.sql", "create type mood as enum ('sad'); create table a (m mood);");
        Write("V2__b.sql", "alter type mood add value 'glad'; insert into a values ('glad');");

        await UpAsync();

        (await Database.QueryAsync("select m::text from a")).ShouldBe("glad");
    }

    [Fact]
    public async Task A_partition_is_detached_concurrently()
    {
        Write("V1__a.sql", "create table a (id int) partition by range (id); create table a1 partition of a for values from (0) to (9);");
        Write("V2__b.sql", "insert into a values (1); alter table a detach partition a1 concurrently; insert into a1 values (2);");

        await UpAsync();

        (await Database.QueryAsync("select count(*) from pg_inherits")).ShouldBe("0");
        (await Database.QueryAsync("select id from a1")).ShouldBe("1,2");
    }

    [Fact]
    public async Task A_partition_that_a_dead_run_left_half_detached_is_finished()
    {
        await Database.ExecuteAsync("create table a (id int) partition by range (id); create table a1 partition of a for values from (0) to (9)");
        await using (var reader = await Database.ConnectAsync())
        await using (var dying = await Database.ConnectAsync())
        {
            await reader.ExecuteAsync("begin; select * from a");
            await dying.ExecuteAsync("set lock_timeout = 200");
            await Should.ThrowAsync<Exception>(() => dying.ExecuteAsync("alter table a detach partition a1 concurrently"));
        }

        (await Database.QueryAsync("select inhdetachpending from pg_inherits")).ShouldBe("True");
        Write("V1__a.sql", "alter table a detach partition a1 concurrently;");
        await DieInAsync("V1__a.sql", 1);

        await UpAsync();

        (await Database.QueryAsync("select count(*) from pg_inherits")).ShouldBe("0");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_session_that_is_read_only_says_why_its_step_cannot_be_recorded()
    {
        Write("V1__a.sql", "create table a (id int);\nbegin;\nset transaction_read_only = on;\nselect 1;\ncommit;");

        var error = await FailsAsync();

        error.Problem.ShouldContain("a statement of the script has made its session read-only");
        error.Remedy.ShouldContain("1 of 5 statements are done, and the next run resumes at statement 2");
    }

    [Fact]
    public async Task Repair_drops_broken_indexes()
    {
        await UpAsync("V1__a.sql", Mixed);
        await Should.ThrowAsync<Exception>(() => Database.ExecuteAsync(Index));

        (await RepairAsync(new() { PlanOnly = true })).DroppedIndexes.ShouldBe(["public.a_code"]);
        (await Database.QueryAsync(IndexState)).ShouldNotBe("");
        (await RepairAsync()).DroppedIndexes.ShouldBe(["public.a_code"]);

        (await Database.QueryAsync(IndexState)).ShouldBe("");
    }
}

public sealed class PostgresSteps() : PostgresStepsContract(Engine.Postgres);
