using System.Data.Common;
using System.Diagnostics;
using Dowel.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.Conformance;

public abstract class CodeMigrationContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task A_class_runs_in_its_place_among_the_scripts()
    {
        WriteTables();
        Code.Add(new TestCode("2", TestCode.Sql("insert into a values (2)")));
        Write("V3__c.sql", "insert into c select id + 1 from a;");

        var run = await UpAsync();

        run.Applied.Select(script => script.Name).ShouldBe(["1", "2", "3"]);
        run.Applied[1].Source.ShouldBe(typeof(TestCode).FullName);
        (await Database.QueryAsync("select id from c")).ShouldBe("3");
        (await Database.QueryAsync("select kind, source, checksum, statements from schema_history where version = '2'"))
            .ShouldBe($"versioned|{typeof(TestCode).FullName}|code:1|0");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_given_the_drivers_own_connection_and_transaction()
    {
        Code.Add(new TestCode("1", (connection, transaction, _) =>
        {
            connection.ShouldBeOfType(Engine != Engine.Sqlite ? typeof(NpgsqlConnection) : typeof(SqliteConnection));
            transaction.Connection.ShouldBe(connection);
            return Task.CompletedTask;
        }));

        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_shows_it_as_a_version()
    {
        Code.Add(new TestCode("1", TestCode.Sql("select 1")));

        var status = (await PlanAsync()).Scripts.ShouldHaveSingleItem();

        status.Kind.ShouldBe(ScriptKind.Versioned);
        status.State.ShouldBe(ScriptState.Pending);
        status.Script!.Path.ShouldBe(typeof(TestCode).FullName);
    }

    [Fact]
    public async Task What_throws_is_taken_back_whole_and_named()
    {
        WriteTables();
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("insert into a values (2)")(connection, transaction, cancellationToken);
            throw new InvalidDataException("three legs");
        }));

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1029");
        error.Problem.ShouldBe($"{typeof(TestCode).FullName} failed: InvalidDataException: three legs");
        error.Remedy.ShouldBe("Mend the class or the data and run again. Applied by this run: 1; 2 was taken back whole, and the next run begins with it.");
        error.InnerException.ShouldBeOfType<InvalidDataException>();
        error.Run.Scripts.Single(status => status.Version == MigrationVersion.Parse("2")).State.ShouldBe(ScriptState.Failed);
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from a")).ShouldBe("0");
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_in_its_words()
    {
        Code.Add(new TestCode("1", TestCode.Sql("insert into missing values (1)")));

        var error = await FailsAsync();

        error.Code.ShouldBe("DWL1029");
        error.Problem.ShouldContain("missing");
        error.Failure.ServerCode.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("commit", false)]
    [InlineData("commit", true)]
    [InlineData("rollback", false)]
    [InlineData("commit; begin", false)]
    [InlineData("driver commit", false)]
    [InlineData("driver rollback", true)]
    [InlineData("close", false)]
    public async Task What_ends_the_transaction_itself_is_found_out_and_not_recorded(string how, bool throws)
    {
        WriteTables();
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("insert into a values (2)")(connection, transaction, cancellationToken);
            await EndAsync(how, connection, transaction);
            if (throws)
            {
                throw new InvalidDataException("and more");
            }
        }));
        await using var database = Database.Open();

        var error = await Should.ThrowAsync<ScriptFailedException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));

        error.Code.ShouldBe("DWL1028");
        error.Remedy.ShouldEndWith("Applied by this run: 1; the next run begins with 2.");
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from a")).ShouldBe(how.Contains("commit") ? "1" : "0");

        // The same database object can go on.
        Code[0] = new TestCode("2", TestCode.Sql("insert into a values (3)"));
        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_ends_its_connections_life_leaves_nothing(bool atomic)
    {
        WriteTables();
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("insert into a values (2)")(connection, transaction, cancellationToken);
            if (connection is NpgsqlConnection)
            {
                await using var question = connection.CreateCommand();
                (question.Transaction, question.CommandText) = (transaction, "select pg_backend_pid()");
                await Database.ExecuteAsync($"select pg_terminate_backend({await question.ExecuteScalarAsync(cancellationToken)})");
            }
            else
            {
                await connection.CloseAsync();
            }

            await TestCode.Sql("insert into a values (3)")(connection, transaction, cancellationToken);
        }));

        (await FailsAsync(new() { Atomic = atomic })).Code.ShouldBe(Engine != Engine.Sqlite ? "DWL1105" : "DWL1028");

        (await HistoryAsync()).ShouldBe(atomic ? "" : "versioned|1");
        Code[0] = new TestCode("2", TestCode.Sql("insert into a values (4)"));
        await UpAsync();
        (await Database.QueryAsync("select id from a")).ShouldBe("4");
    }

    [Fact]
    public async Task It_is_cancelled_and_taken_back()
    {
        WriteTables();
        using var source = new CancellationTokenSource();
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("insert into a values (2)")(connection, transaction, cancellationToken);
            source.CancelAfter(TimeSpan.FromMilliseconds(300));
            await TestCode.Sql(Engine.Slow)(connection, transaction, cancellationToken);
        }));

        await Should.ThrowAsync<OperationCanceledException>(() => UpAsync(cancellation: source.Token));

        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from a")).ShouldBe("0");
    }

    [Fact]
    public async Task What_it_has_prepared_is_no_hindrance_when_it_is_called_again()
    {
        WriteTables();
        var calls = 0;
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, "insert into a values (2)");
            await command.PrepareAsync(cancellationToken);
            await command.ExecuteNonQueryAsync(cancellationToken);
            if (calls++ == 0)
            {
                throw Engine == Engine.Sqlite
                    ? new SqliteException("busy", 5)
                    : new PostgresException("locked", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable);
            }
        }));

        await UpAsync();

        calls.ShouldBe(2);
        (await Database.QueryAsync("select id from a")).ShouldBe("2");
    }

    [Fact]
    public async Task A_changed_checksum_is_refused_and_can_be_accepted()
    {
        Code.Add(new TestCode("1", TestCode.Sql("select 1")));
        await UpAsync();
        Code[0] = new TestCode("1", TestCode.Sql("select 2")) { Checksum = "2" };

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1004");
        refusal.Problem.ShouldStartWith($"{typeof(TestCode).FullName} names another checksum");
        (await RepairAsync()).Accepted.Count.ShouldBe(1);
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_a_script_has_is_refused()
    {
        WriteTables();
        Code.Add(new TestCode("1.0", TestCode.Sql("select 1")));

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1002");
        refusal.Problem.ShouldBe($"'V1__a.sql' and '{typeof(TestCode).FullName}' are both version 1.0.");
    }

    [Fact]
    public async Task A_set_without_the_class_is_told_what_applied_the_version()
    {
        Code.Add(new TestCode("1", TestCode.Sql("select 1")));
        await UpAsync();
        Code.Clear();
        Write("V2__a.sql", "create table a (id bigint);");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1050");
        refusal.Problem.ShouldContain($"by the class {typeof(TestCode).FullName}");
        refusal.Plan!.Scripts[0].State.ShouldBe(ScriptState.Missing);
    }

    [Fact]
    public async Task An_atomic_run_takes_classes_along()
    {
        WriteTables();
        Code.Add(new TestCode("2", TestCode.Sql("insert into a values (2)")));
        Write("V3__c.sql", "insert into c select id from a; insert into missing values (1);");

        var error = await FailsAsync(new() { Atomic = true });
        error.Script.Name.ShouldBe("3");
        error.Errors[0].Location!.Value.ToString().ShouldStartWith("V3__c.sql:1:");
        (await HistoryAsync()).ShouldBe("");

        Write("V3__c.sql", "insert into c select id from a;");
        (await UpAsync(new() { Atomic = true })).Applied.Count.ShouldBe(3);
        (await Database.QueryAsync("select id from c")).ShouldBe("2");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2,versioned|3");
    }

    [Fact]
    public async Task An_atomic_run_whose_class_commits_records_nothing()
    {
        WriteTables();
        Code.Add(new TestCode("2", (_, transaction, cancellationToken) => transaction.CommitAsync(cancellationToken)));

        (await FailsAsync(new() { Atomic = true })).Code.ShouldBe("DWL1028");

        (await HistoryAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Six_at_once_call_it_once()
    {
        WriteTables();
        var calls = 0;
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            Interlocked.Increment(ref calls);
            await TestCode.Sql("insert into a values (2)")(connection, transaction, cancellationToken);
        }));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => UpAsync())));

        calls.ShouldBe(1);
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    [Fact]
    public async Task What_can_be_undone_is()
    {
        WriteTables();
        Code.Add(new ReversibleTestCode("2", TestCode.Sql("insert into a values (2)"), TestCode.Sql("delete from a")));
        await UpAsync();

        (await DownAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("2");

        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from a")).ShouldBe("0");
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_undo_that_commits_leaves_the_version_in_the_history()
    {
        Code.Add(new ReversibleTestCode("1", TestCode.Sql("select 1"), (_, transaction, cancellationToken) => transaction.CommitAsync(cancellationToken)));
        await UpAsync();

        (await Should.ThrowAsync<ScriptFailedException>(() => DownAsync())).Code.ShouldBe("DWL1028");

        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task What_cannot_be_undone_is_refused_unless_a_script_does_it()
    {
        WriteTables();
        Code.Add(new TestCode("2", TestCode.Sql("insert into a values (2)")));
        await UpAsync();

        (await RefusedAsync(migrator => migrator.UndoAsync(1, Cancellation))).Code.ShouldBe("DWL1051");

        Write("U2__a.sql", "delete from a;");
        (await DownAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_class_is_traced_and_timed_as_a_script()
    {
        var seen = new List<Activity>();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Dowel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        Code.Add(new TestCode("1", (_, _, _) => throw new InvalidDataException("no")));

        await FailsAsync();

        var mine = seen.Single(activity => activity.TraceId == root.TraceId && activity.OperationName == "dowel script 1");
        mine.StatusDescription.ShouldBe("DWL1029");
        mine.GetTagItem("dowel.script").ShouldBe(typeof(TestCode).FullName);
    }

    [Fact]
    public async Task Classes_are_recorded_by_a_baseline()
    {
        Code.Add(new TestCode("1", (_, _, _) => throw new InvalidDataException("not to be run")));

        await WithAsync(migrator => migrator.BaselineAsync(Cancellation));

        (await UpAsync()).Applied.ShouldBeEmpty();
        (await HistoryAsync()).ShouldBe("baseline|1");
    }

    private void WriteTables() => Write("V1__a.sql", "create table a (id bigint); create table c (id bigint);");

    private static async Task EndAsync(string how, DbConnection connection, DbTransaction transaction)
    {
        switch (how)
        {
            case "driver commit":
                await transaction.CommitAsync(Cancellation);
                break;
            case "driver rollback":
                await transaction.RollbackAsync(Cancellation);
                break;
            case "close":
                await connection.CloseAsync();
                break;
            default:
                await TestCode.Sql(how)(connection, transaction, Cancellation);
                break;
        }
    }
}

public sealed class SqliteCodeMigration() : CodeMigrationContract(Engine.Sqlite);

public sealed class PostgresCodeMigration() : CodeMigrationContract(Engine.Postgres);
