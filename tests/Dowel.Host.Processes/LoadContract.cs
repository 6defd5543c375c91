using System.Diagnostics;

namespace Dowel.HostProcesses;

/// <summary>A service that ends while many write.</summary>
public abstract class LoadContract(Func<Task<HostPlace>> make) : IAsyncLifetime
{
    private const int Members = 2000;

    // How long the framework gives requests that are under way: HostOptions.ShutdownTimeout, 30 s, and a little to leave.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(32);

    private HostPlace _place = null!;

    public async ValueTask InitializeAsync() => _place = await make();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_answered_before_it_was_told_to_stop_is_in_the_database()
    {
        var promises = await EndAsync(async host =>
        {
            var start = Stopwatch.GetTimestamp();
            (await host.TerminateAsync()).ShouldBe(0, host.Output);
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Bound);
        });

        await promises.ShouldBeKeptAsync(_place);
    }

    [Fact]
    public async Task What_was_answered_before_it_was_killed_is_in_the_database()
    {
        var promises = await EndAsync(host => host.KillAsync());

        using var next = HostProcess.Start(_place);
        await next.WaitUntilReadyAsync();
        await promises.ShouldBeKeptAsync(_place);
    }

    private async Task<Promises> EndAsync(Func<HostProcess, Task> end)
    {
        using var host = HostProcess.Start(_place);
        await host.WaitUntilReadyAsync();
        var (writers, done) = await Writers.StartAsync(host, await Member.AddAsync(_place, Members));
        using (writers)
        {
            await writers.WaitAsync();
            await end(host);
            await done;
            return writers.Promises;
        }
    }
}

public sealed class SqliteLoad() : LoadContract(() => Task.FromResult<HostPlace>(new SqlitePlace()));

public sealed class PostgresLoad() : LoadContract(async () => await PostgresPlace.CreateAsync());
