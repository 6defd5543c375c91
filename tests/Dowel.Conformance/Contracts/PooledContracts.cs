using Dowel.Migrations;

namespace Dowel.Conformance;

public sealed class PooledApply() : ApplyContract(PooledEngine.Instance);

public sealed class PooledStepwise() : StepwiseContract(PooledEngine.Instance);

public sealed class PooledTransaction() : TransactionContract(PooledEngine.Instance);

public sealed class PooledHistory() : HistoryContract(PooledEngine.Instance);

public sealed class PooledUndo() : UndoContract(PooledEngine.Instance);

public sealed class PooledRepair() : RepairContract(PooledEngine.Instance);

public sealed class PooledPlan() : PlanContract(PooledEngine.Instance);

public sealed class PooledBaseline() : BaselineContract(PooledEngine.Instance);

public sealed class PooledOrder() : OrderContract(PooledEngine.Instance);

public sealed class PooledCopies() : CopyContract(PooledEngine.Instance);

public sealed class PooledSteps() : PostgresStepsContract(PooledEngine.Instance);

public sealed class PooledHooks() : HookContract(PooledEngine.Instance)
{
    [Fact]
    public async Task What_a_hook_tells_the_session_of_a_stepwise_script_is_refused()
    {
        Write("V1__a.sql", "create table a (id int);");
        await UpAsync();
        Write("beforeEachMigrate.sql", "create schema if not exists own;\nset search_path = own;");
        Write("V2__b.sql", "create table b (id int); create index concurrently b_id on b (id);");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1113");
        refusal.Errors[0].Location!.Value.ToString().ShouldStartWith("beforeEachMigrate.sql:2:");
        Write("V2__b.sql", "create table b (id int);");
        await UpAsync();
        (await Database.QueryAsync("select to_regclass('own.b')::text")).ShouldBe("own.b");
    }
}

public sealed class PooledCodeMigration() : CodeMigrationContract(PooledEngine.Instance)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_that_has_lost_the_lease_commits_nothing(bool isToldSo)
    {
        Write("V1__a.sql", "create table a (id int);");
        Code.Add(new TestCode("2", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("insert into a values (1)")(connection, transaction, cancellationToken);
            await Database.ExecuteAsync("update schema_history_lease set owner = gen_random_uuid(), fence = fence + 1, expires_at = clock_timestamp()");
            if (isToldSo)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
            }
        }));

        var error = await Should.ThrowAsync<DowelException>(() => UpAsync());

        error.Code.ShouldBe("DWL1114");
        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from a")).ShouldBe("0");
    }

    [Fact]
    public async Task Code_may_leave_its_connection_alone_for_longer_than_a_lease_lasts()
    {
        Code.Add(new TestCode("1", async (connection, transaction, cancellationToken) =>
        {
            await TestCode.Sql("create table a (id int)")(connection, transaction, cancellationToken);
            await Task.Delay(PooledEngine.LeaseDuration * 2, cancellationToken);
            await TestCode.Sql("insert into a values (1)")(connection, transaction, cancellationToken);
        }));

        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("1");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }
}
