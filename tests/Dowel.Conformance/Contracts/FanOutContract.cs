using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class FanOutContract(Engine engine) : Contract(engine)
{
    /// <summary>Names a target that is there and empty.</summary>
    protected abstract Task<MigrationTarget> CreateTargetAsync(string name);

    [Fact]
    public async Task Every_target_is_brought_up_and_has_its_own_history()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        var targets = await CreateTargetsAsync(12);

        var results = await UpAllAsync(targets);

        results.Select(result => result.Target).Order(StringComparer.Ordinal).ShouldBe(targets.Select(target => target.Name));
        results.ShouldAllBe(result => result.Failure == null && result.Applied.Count == 2 && result.Run!.Applied.Count == 2);
        (await UpAllAsync(targets)).ShouldAllBe(result => result.Failure == null && result.Applied.Count == 0);
    }

    [Fact]
    public async Task A_target_that_fails_stops_nobody()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        var targets = await CreateTargetsAsync(5);
        await InAsync(targets[1], "create table b (id bigint)");
        MigrationTarget[] mixed = [.. targets, new("broken", static () => throw new InvalidOperationException("no such setting"))];

        var results = (await UpAllAsync(mixed)).ToDictionary(result => result.Target, StringComparer.Ordinal);

        results.Count.ShouldBe(6);
        results["t1"].Failure.ShouldBeOfType<ScriptFailedException>().Code.ShouldBe("DWL1101");
        results["t1"].Applied.Select(row => row.Name).ShouldBe(["1"]);
        results["broken"].Failure!.Code.ShouldBe("DWL1063");
        results["broken"].Failure!.InnerException.ShouldBeOfType<InvalidOperationException>();
        results.Values.Count(result => result.Applied.Count == 2).ShouldBe(4);

        // Mended, the run does the rest only.
        await InAsync(targets[1], "drop table b");
        (await UpAllAsync(targets)).Where(result => result.Applied.Count > 0).ShouldHaveSingleItem().Applied.Select(row => row.Name).ShouldBe(["2"]);
    }

    [Fact]
    public async Task An_opener_that_gives_up_waiting_is_a_failure_and_no_interruption()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var targets = await CreateTargetsAsync(3);
        var late = new MigrationTarget("late", static () => throw new TaskCanceledException("the registry did not answer"));

        var results = await UpAllAsync([late, late, .. targets], parallelism: 2);

        results.Count.ShouldBe(5);
        results.Where(result => result.Target == "late").ShouldAllBe(result => result.Failure!.Code == "DWL1063" && !result.IsInterrupted);
        results.Count(result => result.Applied.Count == 1).ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var targets = await CreateTargetsAsync(3);
        await UpAllAsync(targets[..1]);

        var plans = await ListAsync(new MigrationFanOut(Load()).PlanAsync(targets, Cancellation));

        plans.OrderBy(plan => plan.Target, StringComparer.Ordinal).Select(plan => plan.Plan!.Pending.Count).ShouldBe([0, 1, 1]);
        plans.ShouldAllBe(plan => plan.Run == null);
        (await UpAllAsync(targets)).Sum(result => result.Applied.Count).ShouldBe(2);
    }

    [Fact]
    public async Task No_more_run_at_once_than_allowed()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var (open, most) = (0, 0);
        var watcher = new Watching(value =>
        {
            if (value is MigrationEvent.ScriptStarting)
            {
                var now = Interlocked.Increment(ref open);
                InterlockedMax(ref most, now);
                Thread.SpinWait(1_000_000);
            }
            else if (value is MigrationEvent.ScriptApplied)
            {
                Interlocked.Decrement(ref open);
            }
        });
        var options = new FanOutOptions { Parallelism = 3, Watch = _ => watcher };

        await ListAsync(new MigrationFanOut(Load(), options).ApplyAsync(await CreateTargetsAsync(12), Cancellation));

        most.ShouldBeInRange(2, 3);
        open.ShouldBe(0);
    }

    [Fact]
    public async Task Targets_are_taken_as_their_turn_comes()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var made = await CreateTargetsAsync(12);
        var taken = 0;
        IEnumerable<MigrationTarget> Taking()
        {
            foreach (var target in made)
            {
                taken++;
                yield return target;
            }
        }

        await foreach (var result in new MigrationFanOut(Load(), new() { Parallelism = 2 }).ApplyAsync(Taking(), Cancellation))
        {
            result.Failure.ShouldBeNull();
            await Task.Delay(300, Cancellation);
            taken.ShouldBeLessThan(9);
            break;
        }

        // Whoever goes away leaves nothing running.
        var left = taken;
        await Task.Delay(300, Cancellation);
        taken.ShouldBe(left);
    }

    [Fact]
    public async Task Cancelled_it_takes_back_what_runs_and_tells_it()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", $"create table b (id bigint); {Engine.Slow};");
        var targets = await CreateTargetsAsync(6);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        source.CancelAfter(TimeSpan.FromSeconds(1.5));
        var results = new List<TargetResult>();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in new MigrationFanOut(Load(), new() { Parallelism = 2 }).ApplyAsync(targets, source.Token))
            {
                results.Add(result);
            }
        });

        results.Count.ShouldBe(2);
        results.ShouldAllBe(result => result.IsInterrupted && result.Applied.Count == 1 && result.Failure == null);
        Write("V2__b.sql", "create table b (id bigint);");
        (await UpAllAsync(targets)).Sum(result => result.Applied.Count).ShouldBe(10);
    }

    [Fact]
    public async Task A_sequence_that_fails_is_told()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var target = await CreateTargetAsync("t0");
        IEnumerable<MigrationTarget> Failing()
        {
            yield return target;
            throw new InvalidOperationException("no more");
        }

        (await Should.ThrowAsync<InvalidOperationException>(() => ListAsync(new MigrationFanOut(Load()).ApplyAsync(Failing(), Cancellation))))
            .Message.ShouldBe("no more");
    }

    protected async Task<List<MigrationTarget>> CreateTargetsAsync(int count)
    {
        var targets = new List<MigrationTarget>();
        for (var i = 0; i < count; i++)
        {
            targets.Add(await CreateTargetAsync($"t{i:x}"));
        }

        return targets;
    }

    protected Task<List<TargetResult>> UpAllAsync(IEnumerable<MigrationTarget> targets, int parallelism = 4) =>
        ListAsync(new MigrationFanOut(Load(), new() { Parallelism = parallelism }).ApplyAsync(targets, Cancellation));

    protected static async Task<List<TargetResult>> ListAsync(IAsyncEnumerable<TargetResult> results)
    {
        var list = new List<TargetResult>();
        await foreach (var result in results)
        {
            list.Add(result);
        }

        return list;
    }

    /// <summary>Runs SQL in a target.</summary>
    protected abstract Task InAsync(MigrationTarget target, string sql);

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; seen < now; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }

    /// <summary>Watches a target.</summary>
    protected sealed class Watching(Action<MigrationEvent> watch) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => watch(value);
    }
}
