using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Scripts that no transaction holds: what was done stays, and the next run goes on.</summary>
public abstract class StepwiseContract(Engine engine) : Contract(engine)
{
    private const string Done = "-- dowel: transaction=none\ncreate table a (id bigint primary key);\ninsert into a values (1);\n";

    [Fact]
    public async Task Earlier_statements_stay_and_the_error_says_what_comes_next()
    {
        Write("V1__a.sql", Done + "insert into a values (missing);\ninsert into a values (4);");

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1101");
        error.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:4:23");
        error.Remedy.ShouldContain("2 of 4 statements are done, and the next run resumes at statement 3");
        (await Database.QueryAsync("select id from a")).ShouldBe("1");
        (await JournalAsync()).ShouldBe("1|done,2|done");
        (await HistoryAsync()).ShouldBe("");
        (await PlanAsync()).Scripts.ShouldHaveSingleItem().State.ShouldBe(ScriptState.Failed);
    }

    [Fact]
    public async Task The_next_run_resumes_at_the_statement_that_was_mended()
    {
        Write("V1__a.sql", Done + "insert into a values (missing);");
        await FailsAsync();
        Write("V1__a.sql", Done + "insert into a values (3);\ninsert into a values (4);");

        var run = await UpAsync();

        run.Applied.ShouldHaveSingleItem().Statements.ShouldBe(4);
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,3,4");
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await JournalAsync()).ShouldBe("");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_may_be_cut_off_behind_what_is_done()
    {
        Write("V1__a.sql", Done + "insert into a values (missing);");
        await FailsAsync();
        Write("V1__a.sql", Done);

        (await UpAsync()).Applied.ShouldHaveSingleItem().Statements.ShouldBe(2);
    }

    [Fact]
    public async Task Editing_what_is_done_is_refused()
    {
        Write("V1__a.sql", Done + "insert into a values (missing);");
        await FailsAsync();
        Write("V1__a.sql", Done.Replace("(1)", "(2)", StringComparison.Ordinal) + "insert into a values (3);");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1020");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:3:1");
    }

    [Fact]
    public async Task An_own_transaction_is_honoured()
    {
        Write("V1__a.sql", "begin;\ncreate table a (id bigint);\ninsert into a values (1);\ncommit;\ninsert into a values (2);");

        await UpAsync();

        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2");
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task An_own_transaction_that_fails_is_taken_back_whole_and_resumed_from_its_begin()
    {
        const string Head = "create table a (id bigint);\nbegin;\ninsert into a values (1);\n";
        Write("V1__a.sql", Head + "insert into a values (missing);\ncommit;");

        var error = await FailsAsync();

        error.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:4:23");
        error.Remedy.ShouldContain("1 of 5 statements are done, and the next run resumes at statement 2");
        (await JournalAsync()).ShouldBe("1|done");
        (await Database.QueryAsync("select id from a")).ShouldBe("");

        Write("V1__a.sql", Head + "insert into a values (2);\ncommit;");
        await UpAsync();
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2");
    }

    [Fact]
    public async Task An_own_rollback_takes_back_its_part_alone()
    {
        Write("V1__a.sql", "create table a (id bigint); begin; insert into a values (1); rollback; insert into a values (2);");

        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("2");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task Savepoints_leave_a_script_whole()
    {
        Write("V1__a.sql", """
            create table a (id bigint);
            savepoint s; insert into a values (1); rollback to s; insert into a values (2); release s;
            """);

        (await PlanAsync()).Pending.ShouldHaveSingleItem().Mode.ShouldBe(TransactionMode.Whole);
        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("2");
    }

    [Fact]
    public async Task A_transaction_that_is_never_ended_is_refused()
    {
        Write("V1__a.sql", "select 1;\nbegin;\nselect 2;");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1017");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:2:1");
    }

    [Fact]
    public async Task A_stepwise_script_cannot_be_part_of_an_atomic_run()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);\nvacuum;");

        var refusal = await RefusedAsync(new() { Atomic = true });

        refusal.Code.ShouldBe("DWL1018");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V2__b.sql:2:1");
    }

    [Fact]
    public async Task A_run_that_died_in_a_vacuum_is_resumed()
    {
        Write("V1__a.sql", "create table a (id bigint);\nvacuum;\ninsert into a values (1);");
        await Database.ExecuteAsync("create table a (id bigint)");
        await DieInAsync("V1__a.sql", 2);

        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("1");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Progress_tells_each_statement()
    {
        Write("V1__a.sql", Done);

        await UpAsync();

        Events.Select(happened => happened.GetType().Name).ShouldBe(
            ["ScriptStarting", "StatementDone", "StatementDone", "ScriptApplied"]);
    }
}

public sealed class SqliteStepwise() : StepwiseContract(Engine.Sqlite);

public sealed class PostgresStepwise() : StepwiseContract(Engine.Postgres);
