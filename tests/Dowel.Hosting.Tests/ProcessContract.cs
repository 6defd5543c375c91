namespace Dowel.Hosting.Tests;

/// <summary>Services that are processes of their own, started together, killed and stopped.</summary>
public abstract class ProcessContract(Engine engine) : IAsyncLifetime
{
    private const string Listening = "listening";
    private TestDatabase _place = null!;

    /// <summary>A statement that runs for about two seconds.</summary>
    protected abstract string ShortWhile { get; }

    public async ValueTask InitializeAsync() => _place = await engine.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Four_that_start_at_once_on_an_empty_database_all_serve_and_one_applies()
    {
        var services = Enumerable.Range(0, 4).Select(_ => Start()).ToList();
        await Task.WhenAll(services.Select(service => service.WaitForAsync(Listening)));

        var output = string.Join('\n', services.Select(service => service.Output));
        foreach (var file in new[] { "V1__notes.sql", "V2__slow.sql", "V3__tags.sql" })
        {
            output.Split($"Applied {file} to ").Length.ShouldBe(2, output);
        }

        foreach (var service in services)
        {
            service.Output.IndexOf(Listening, StringComparison.Ordinal).ShouldBeGreaterThan(service.Output.IndexOf("at version 3", StringComparison.Ordinal));
            (await service.TerminateAsync()).ShouldBe(0);
            service.Dispose();
        }
    }

    [Fact]
    public async Task One_that_is_killed_while_it_applies_leaves_the_rest_to_the_others()
    {
        using var first = Start(ShortWhile);
        await first.WaitForAsync("Applying V2__slow.sql");
        using var second = Start(ShortWhile);
        using var third = Start(ShortWhile);
        first.Kill();

        await Task.WhenAll(second.WaitForAsync(Listening), third.WaitForAsync(Listening));

        first.Output.ShouldNotContain(Listening);
        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1,2,3");
    }

    [Fact]
    public async Task One_that_is_told_to_stop_while_it_applies_stops_and_the_next_goes_on()
    {
        using (var first = Start(engine.Slow))
        {
            await first.WaitForAsync("Applying V2__slow.sql");
            (await first.TerminateAsync()).ShouldBe(0, first.Output);
            first.Output.ShouldContain("stopped");
            first.Output.ShouldContain("the next start goes on");
        }

        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1");
        using var second = Start();
        await second.WaitForAsync(Listening);
        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1,2,3");
    }

    private ServiceProcess Start(string? slow = null) => new(
        [.. Services.SettingsOf(engine, _place), ("Dowel:MigrationWait", "00:10:00"), .. slow is null ? [] : new[] { ("Slow", (string?)slow) }]);
}

public sealed class SqliteProcesses() : ProcessContract(Engine.Sqlite)
{
    protected override string ShortWhile =>
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000000) select count(*) from n";
}

public sealed class PostgresProcesses() : ProcessContract(Engine.Postgres)
{
    protected override string ShortWhile => "select pg_sleep(2)";
}
