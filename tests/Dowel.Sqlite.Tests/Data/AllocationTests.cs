using System.Diagnostics;
using System.Reflection;

namespace Dowel.Sqlite.Tests.Data;

public sealed class AllocationTests : DataTest
{
    private static readonly bool IsDebug = typeof(SqliteDatabase).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;

    [Fact]
    public async Task A_row_by_its_key_allocates_its_string_alone()
    {
        await Database.RunAsync("insert into t (id, a) values (1, '12345678')");
        (await MeasureAsync(1000, async () => await Database.FirstOrDefaultAsync<KeyQuery, string>(new(1), CancellationToken.None))).ShouldBe(40);
        (await MeasureAsync(1000, async () => await Database.FirstOrDefaultAsync<KeyQuery, string>(new(2), CancellationToken.None))).ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_can_be_cancelled_costs_nothing_after_its_first_use()
    {
        using var source = new CancellationTokenSource();
        await Database.RunAsync("insert into t (id, a) values (1, '12345678')");
        (await MeasureAsync(1000, async () => await Database.FirstOrDefaultAsync<KeyQuery, string>(new(1), source.Token))).ShouldBe(40);
    }

    [Fact]
    public async Task Rows_that_are_inserted_allocate_nothing()
    {
        var items = Enumerable.Range(0, 1000).Select(i => (long)i).ToArray();
        var command = new TestMany("insert into t (n, a) values (?1, ?2)", "a text that is written again and again");
        (await MeasureAsync(20, async () => await Database.ExecuteManyAsync(command, items, CancellationToken.None))).ShouldBeLessThan(200);
    }

    private static async Task<long> MeasureAsync(int times, Func<ValueTask> act)
    {
        Assert.SkipWhen(IsDebug, "What is built for debugging allocates each asynchronous call.");
        for (var i = 0; i < 100; i++)
        {
            await act();
        }

        // What the runtime itself allocates now and then is not counted.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < times; i++)
            {
                var task = act();
                task.IsCompletedSuccessfully.ShouldBeTrue();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / times);
        }

        return least;
    }
}
