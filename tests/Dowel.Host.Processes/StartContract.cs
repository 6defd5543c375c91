using System.Text.RegularExpressions;

namespace Dowel.HostProcesses;

/// <summary>Services that start on one empty database: together, killed, and told to stop.</summary>
public abstract partial class StartContract(Func<Task<HostPlace>> make) : IAsyncLifetime
{
    private readonly List<HostProcess> _hosts = [];
    private HostPlace _place = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await make();

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Four_that_start_at_once_all_become_ready_and_none_answers_before_the_schema_is_there()
    {
        HostProcess[] hosts;
        await using (await _place.CloseGateAsync())
        {
            hosts = [.. Enumerable.Range(0, 4).Select(_ => Start())];
            await _place.FindAtGateAsync(hosts);
            foreach (var host in hosts)
            {
                (await host.AnswersAsync()).ShouldBeFalse(host.Output);
            }
        }

        var seen = await Task.WhenAll(hosts.Select(async host =>
        {
            await host.WaitForAnswerAsync();
            return await _place.ReadHistoriesAsync();
        }));
        await Task.WhenAll(hosts.Select(host => host.WaitUntilReadyAsync()));

        var scripts = await _place.ReadHistoriesAsync();
        scripts.ShouldBeUnique();
        seen.ShouldAllBe(history => history.SequenceEqual(scripts));
        var applied = hosts.SelectMany(host => Applied().Matches(host.Output).Select(line => line.Value)).ToList();
        applied.ShouldBeUnique();
        applied.Count.ShouldBe(scripts.Count);
    }

    [Fact]
    public async Task Of_four_one_that_is_killed_while_it_applies_leaves_the_rest_to_the_others()
    {
        HostProcess victim;
        await using (await _place.CloseGateAsync())
        {
            HostProcess[] hosts = [.. Enumerable.Range(0, 4).Select(_ => Start())];
            victim = await _place.FindAtGateAsync(hosts);
            await victim.KillAsync();
            _hosts.Remove(victim);
            await Task.Delay(200, Cancellation);
        }

        await Task.WhenAll(_hosts.Select(host => host.WaitUntilReadyAsync()));

        victim.Output.ShouldNotContain(HostProcess.Listening);
        victim.Dispose();
        (await _place.ReadHistoriesAsync()).ShouldBeUnique();
        (await _place.ListTablesAsync("deploy_store")).ShouldContain("services");
    }

    [Fact]
    public async Task One_that_is_told_to_stop_while_it_applies_leaves_nothing_half_done_and_the_next_goes_on()
    {
        await using (await _place.CloseGateAsync())
        {
            var first = Start();
            await _place.FindAtGateAsync(first);
            (await first.TerminateAsync()).ShouldBe(0, first.Output);
            first.Output.ShouldContain("the next start goes on");
            (await _place.ListTablesAsync("deploy_store")).ShouldNotContain("deployments");
        }

        await Start().WaitUntilReadyAsync();
        (await _place.ReadHistoriesAsync()).ShouldBeUnique();
        (await _place.ListTablesAsync("deploy_store")).ShouldContain("services");
    }

    private HostProcess Start()
    {
        var host = HostProcess.Start(_place);
        _hosts.Add(host);
        return host;
    }

    [GeneratedRegex(@"Applied \S+\.sql to .*(?= in )", RegexOptions.CultureInvariant)]
    private static partial Regex Applied();
}

public sealed class SqliteStarts() : StartContract(() => Task.FromResult<HostPlace>(new SqlitePlace()));

public sealed class PostgresStarts() : StartContract(async () => await PostgresPlace.CreateAsync());
