using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Cancelling, timing out, failing at the very end.</summary>
public abstract class TransactionContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task A_cancelled_script_is_taken_back_and_the_database_stays_usable()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Engine.Slow};");
        using var source = new CancellationTokenSource();
        await using var database = Database.Open();
        var migrator = new Migrator(database, Load(), new() { Progress = new Stopper(source) });

        await Should.ThrowAsync<OperationCanceledException>(() => migrator.ApplyAsync(source.Token));

        (await HistoryAsync()).ShouldBe("");
        Write("V1__a.sql", "create table a (id bigint);");
        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_step_is_run_again()
    {
        const string Head = "-- dowel: transaction=none\ncreate table a (id bigint);\n";
        Write("V1__a.sql", $"{Head}{Engine.Slow};");
        using var source = new CancellationTokenSource();

        await using (var database = Database.Open())
        {
            var migrator = new Migrator(database, Load(), new() { Progress = new Stopper(source) });
            await Should.ThrowAsync<OperationCanceledException>(() => migrator.ApplyAsync(source.Token));
        }

        (await JournalAsync()).ShouldBe("1|done");
        Write("V1__a.sql", $"{Head}insert into a values (1);");
        await UpAsync();
        (await Database.QueryAsync("select id from a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_run_cancelled_before_it_begins_does_nothing()
    {
        Write("V1__a.sql", "create table a (id bigint);");

        await Should.ThrowAsync<OperationCanceledException>(() => UpAsync(cancellation: new(canceled: true)));

        (await StateAsync()).ShouldNotContain("table");
    }

    [Fact]
    public async Task A_statement_timeout_ends_a_script()
    {
        Write("V1__a.sql", $"create table a (id bigint);\n{Engine.Slow};");

        var error = await FailsAsync(new() { StatementTimeout = TimeSpan.FromMilliseconds(200) });

        error.Code.ShouldBe("DWL1101");
        error.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:2:1");
        (await HistoryAsync()).ShouldBe("");
    }

    [Fact]
    public async Task What_fails_at_commit_is_the_scripts_own_failure()
    {
        Write("V1__a.sql", """
            create table a (id bigint primary key);
            create table b (a bigint references a deferrable initially deferred);
            insert into b values (7);
            """);

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1101");
        error.Problem.ShouldNotContain("history");
        error.Errors[0].Location!.Value.File.ShouldBe("V1__a.sql");
        (await HistoryAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Scripts_before_the_failed_one_stay_and_are_told()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        Write("V3__c.sql", "insert into a values (missing);");

        var error = await FailsAsync();

        error.Script.Name.ShouldBe("3");
        error.Run.Applied.Count.ShouldBe(2);
        error.Remedy.ShouldContain("Applied by this run: 2 scripts, 1 to 2; 3 was taken back whole, and the next run begins with it.");
    }

    [Fact]
    public async Task A_history_that_others_keep_changing_ends_the_run()
    {
        await UpAsync("V1__a.sql", "create table if not exists a (id bigint);");
        await using var database = new ForgetfulDatabase(Database.Open());

        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));

        refusal.Code.ShouldBe("DWL1110");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    /// <summary>Cancels a while after the script has begun, in the middle of its second statement.</summary>
    private sealed class Stopper(CancellationTokenSource source) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value)
        {
            if (value is MigrationEvent.ScriptStarting)
            {
                source.CancelAfter(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}

public sealed class SqliteTransaction() : TransactionContract(Engine.Sqlite);

public sealed class PostgresTransaction() : TransactionContract(Engine.Postgres);
