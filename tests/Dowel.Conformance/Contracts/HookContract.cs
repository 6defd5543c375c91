using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class HookContract(Engine engine) : Contract(engine)
{
    private const string Log = "select what from log order by id";

    [Fact]
    public async Task Hooks_run_around_the_run_and_each_script()
    {
        await SetUpAsync();

        await UpAsync();

        (await Database.QueryAsync(Log)).ShouldBe("first,before,one,after,before,two,after,last");
        (await HistoryAsync()).ShouldBe("versioned|0,versioned|1,versioned|2");
    }

    [Fact]
    public async Task Nothing_pending_runs_none()
    {
        await SetUpAsync();
        await UpAsync();
        await Database.ExecuteAsync("delete from log");

        (await UpAsync()).Applied.ShouldBeEmpty();
        (await PlanAsync()).Hooks.ShouldBe(RunHooks.None);

        (await Database.QueryAsync(Log)).ShouldBe("");
    }

    [Fact]
    public async Task An_atomic_run_takes_them_along()
    {
        await SetUpAsync();
        Write("V2__two.sql", "insert into missing values (1);");

        var error = await FailsAsync(new() { Atomic = true });
        error.Script.Path.ShouldBe("V2__two.sql");
        error.Errors[0].Location!.Value.ToString().ShouldStartWith("V2__two.sql:1:");
        (await Database.QueryAsync(Log)).ShouldBe("");

        Write("V2__two.sql", Note("two"));
        await UpAsync(new() { Atomic = true });
        (await Database.QueryAsync(Log)).ShouldBe("first,before,one,after,before,two,after,last");
    }

    [Fact]
    public async Task Their_tokens_are_replaced()
    {
        await SetUpAsync();
        Write("beforeMigrate.sql", Note("${word}"));

        await UpAsync(new() { Variables = new Dictionary<string, string> { ["word"] = "hello" } });

        (await Database.QueryAsync(Log)).ShouldStartWith("hello,");
    }

    [Fact]
    public async Task Several_of_one_kind_run_in_the_order_of_their_descriptions()
    {
        await SetUpAsync();
        Write("beforeMigrate__b.sql", Note("b"));
        Write("beforeMigrate__a.sql", Note("a"));

        await UpAsync();

        (await Database.QueryAsync(Log)).ShouldStartWith("first,a,b,before,one");
    }

    [Fact]
    public async Task One_that_fails_before_the_run_keeps_it_from_beginning()
    {
        await SetUpAsync();
        Write("beforeMigrate.sql", $"{Note("first")}\ninsert into missing values (1);");

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1101");
        error.Errors[0].Location!.Value.ToString().ShouldStartWith("beforeMigrate.sql:2:");
        error.Remedy.ShouldEndWith("Nothing else was applied by this run; the next run begins with the hook.");
        (await HistoryAsync()).ShouldBe("versioned|0");
        (await Database.QueryAsync(Log)).ShouldBe("");
    }

    [Theory]
    [InlineData("beforeEachMigrate.sql")]
    [InlineData("afterEachMigrate.sql")]
    public async Task One_that_fails_beside_a_script_takes_it_back(string hook)
    {
        await SetUpAsync();
        Write(hook, "insert into log (what) select 'gone' from missing;");

        var error = await FailsAsync();

        error.Script.Path.ShouldBe(hook);
        error.Errors[0].Location!.Value.ToString().ShouldStartWith($"{hook}:1:");
        error.Remedy.ShouldEndWith("Nothing else was applied by this run; 1 was taken back whole, and the next run begins with it.");
        error.Run.Scripts.Single(status => status.Version == MigrationVersion.Parse("1")).State.ShouldBe(ScriptState.Failed);
        (await HistoryAsync()).ShouldBe("versioned|0");
        (await Database.QueryAsync(Log)).ShouldBe("first");
    }

    [Fact]
    public async Task One_that_fails_after_the_run_takes_nothing_back()
    {
        await SetUpAsync();
        Write("afterMigrate.sql", "insert into missing values (1);");

        var error = await FailsAsync();

        error.Script.Path.ShouldBe("afterMigrate.sql");
        error.Remedy.ShouldEndWith(
            "Applied by this run: 2 scripts, 1 to 2, and stays so; the hook runs again behind the next script that is applied.");
        error.Run.Applied.Count.ShouldBe(2);
        (await HistoryAsync()).ShouldBe("versioned|0,versioned|1,versioned|2");
    }

    [Fact]
    public async Task Around_a_stepwise_script_they_have_transactions_of_their_own_and_run_again_when_it_is_resumed()
    {
        await SetUpAsync();
        Write("V1__one.sql", $"-- dowel: transaction=none\n{Note("one")}\ninsert into missing values (1);");

        await FailsAsync();
        (await Database.QueryAsync(Log)).ShouldBe("first,before,one");

        Write("V1__one.sql", $"-- dowel: transaction=none\n{Note("one")}\n{Note("more")}");
        Write("afterEachMigrate.sql", "insert into missing values (1);");
        var error = await FailsAsync();
        error.Script.Path.ShouldBe("afterEachMigrate.sql");
        error.Remedy.ShouldEndWith("of 1, 2 of 2 statements are done, and the next run runs its hooks again and records it.");
        (await HistoryAsync()).ShouldBe("versioned|0");

        Write("afterEachMigrate.sql", Note("after"));
        await UpAsync();
        (await Database.QueryAsync(Log)).ShouldBe("first,before,one,first,before,more,first,before,after,before,two,after,last");
        (await HistoryAsync()).ShouldBe("versioned|0,versioned|1,versioned|2");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_failing_hook_before_a_stepwise_script_says_that_none_of_it_is_done()
    {
        await SetUpAsync();
        Write("V1__one.sql", $"-- dowel: transaction=none\n{Note("one")}");
        Write("beforeEachMigrate.sql", "insert into missing values (1);");

        (await FailsAsync()).Remedy.ShouldEndWith("of 1, 0 of 1 statements are done, and the next run resumes at statement 1.");
    }

    [Theory]
    [InlineData("-- dowel: transaction=none\nselect 1;")]
    [InlineData("begin; select 1; commit;")]
    public async Task What_no_transaction_can_hold_is_refused(string text)
    {
        await SetUpAsync();
        Write("afterMigrate.sql", text);

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1052");
        refusal.Errors[0].Location!.Value.File.ShouldBe("afterMigrate.sql");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_before_anything_runs()
    {
        await SetUpAsync();
        Write("afterMigrate.sql", "select 'open");

        (await RefusedAsync()).Code.ShouldBe("DWL1009");
    }

    [Fact]
    public async Task They_run_around_classes_too()
    {
        await SetUpAsync();
        Remove("V2__two.sql");
        Code.Add(new TestCode("2", TestCode.Sql(Note("code"))));

        await UpAsync();

        (await Database.QueryAsync(Log)).ShouldBe("first,before,one,after,before,code,after,last");
    }

    [Fact]
    public async Task Undoing_and_baselines_run_none()
    {
        await SetUpAsync();
        await UpAsync();
        Write("U2__two.sql", Note("undone"));
        await Database.ExecuteAsync("delete from log");

        await DownAsync();

        (await Database.QueryAsync(Log)).ShouldBe("undone");
    }

    [Fact]
    public async Task Six_at_once_run_those_of_the_run_once()
    {
        await SetUpAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => UpAsync())));

        (await Database.QueryAsync("select what, count(*) from log group by what order by what"))
            .ShouldBe("after|2,before|2,first|1,last|1,one|1,two|1");
    }

    private static string Note(string what) => $"insert into log (what) values ('{what}');";

    private async Task SetUpAsync()
    {
        Write("V0__log.sql", "create table log (id ${identity}, what text);");
        await UpAsync();
        Write("V1__one.sql", Note("one"));
        Write("V2__two.sql", Note("two"));
        Write("beforeMigrate.sql", Note("first"));
        Write("beforeEachMigrate.sql", Note("before"));
        Write("afterEachMigrate.sql", Note("after"));
        Write("afterMigrate.sql", Note("last"));
    }
}

public sealed class SqliteHook() : HookContract(Engine.Sqlite);

public sealed class PostgresHook() : HookContract(Engine.Postgres)
{
    [Fact]
    public async Task A_hook_sets_the_role_of_its_script_and_no_other()
    {
        Write("beforeMigrate.sql", "set search_path = nowhere;");
        Write("beforeEachMigrate.sql", "create schema if not exists own; set search_path = own;");
        Write("V1__a.sql", "create table a (id bigint);");

        await UpAsync();

        (await Database.QueryAsync("select to_regclass('own.a')::text")).ShouldBe("own.a");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }
}
