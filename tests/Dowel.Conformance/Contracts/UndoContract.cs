using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class UndoContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task The_newest_version_is_taken_back()
    {
        await UpThreeAsync();

        var run = await DownAsync();

        run.Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
        run.Scripts.Single(script => script.Version == MigrationVersion.Parse("3")).State.ShouldBe(ScriptState.Pending);
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
        await Should.ThrowAsync<Exception>(() => Database.QueryAsync("select * from c"));
        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
    }

    [Fact]
    public async Task Several_versions_are_taken_back_newest_first()
    {
        await UpThreeAsync();

        (await DownAsync(2)).Applied.Select(script => script.Name).ShouldBe(["3", "2"]);

        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_target_stays()
    {
        await UpThreeAsync();

        await DownAsync(options: new() { Target = MigrationVersion.Parse("1") });

        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task Target_zero_takes_everything_back()
    {
        await UpThreeAsync();

        await DownAsync(options: new() { Target = MigrationVersion.Parse("0") });

        (await HistoryAsync()).ShouldBe("");
    }

    [Fact]
    public async Task More_than_there_is_takes_back_what_there_is()
    {
        await UpThreeAsync();

        (await DownAsync(99)).Applied.Count.ShouldBe(3);
        (await DownAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_without_an_undo_script_is_refused_before_any_is_taken_back()
    {
        await UpThreeAsync();
        Remove("U2__b.sql");

        (await RefusedAsync(migrator => migrator.UndoAsync(2, Cancellation))).Code.ShouldBe("DWL1016");
    }

    [Fact]
    public async Task A_version_of_a_baseline_is_not_taken_back()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("U1__a.sql", "drop table a;");
        await WithAsync(migrator => migrator.BaselineAsync(Cancellation));

        var refusal = await RefusedAsync(migrator => migrator.UndoAsync(1, Cancellation));

        refusal.Code.ShouldBe("DWL1016");
        refusal.Problem.ShouldContain("baseline");
    }

    [Fact]
    public async Task An_unknown_target_is_refused()
    {
        await UpThreeAsync();

        (await RefusedAsync(migrator => migrator.UndoAsync(1, Cancellation), new() { Target = MigrationVersion.Parse("9") }))
            .Code.ShouldBe("DWL1021");
    }

    [Fact]
    public async Task A_failed_undo_script_is_taken_back_whole()
    {
        await UpThreeAsync();
        Write("U2__b.sql", "drop table b;\ndrop table missing;");

        var error = await Should.ThrowAsync<ScriptFailedException>(() => DownAsync(2));

        error.Code.ShouldBe("DWL1101");
        error.Errors[0].Location!.Value.ToString().ShouldStartWith("U2__b.sql:2:");
        error.Run.Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
        (await Database.QueryAsync("select count(*) from b")).ShouldBe("0");
    }

    [Fact]
    public async Task An_undo_script_that_stopped_half_way_is_resumed_by_the_next_down()
    {
        await UpThreeAsync();
        Write("U3__c.sql", "-- dowel: transaction=none\ndrop table c;\ninsert into gone values (1);");
        await Should.ThrowAsync<ScriptFailedException>(() => DownAsync());

        (await RefusedAsync()).Code.ShouldBe("DWL1025");

        Write("U3__c.sql", "-- dowel: transaction=none\ndrop table c;\ninsert into a values (3);");
        (await DownAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
        (await JournalAsync()).ShouldBe("");
        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
    }

    private Task<MigrationRun> UpThreeAsync()
    {
        foreach (var (number, name) in new[] { (1, "a"), (2, "b"), (3, "c") })
        {
            Write($"V{number}__{name}.sql", $"create table {name} (id bigint);");
            Write($"U{number}__{name}.sql", $"drop table {name};");
        }

        return UpAsync();
    }
}

public sealed class SqliteUndo() : UndoContract(Engine.Sqlite);

public sealed class PostgresUndo() : UndoContract(Engine.Postgres);
