using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting.Tests;

public abstract class StartingContract(Engine engine) : IAsyncLifetime
{
    private TestDatabase _place = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Scripts Two => new(("V1__notes.sql", Scripts.Notes), ("V2__tags.sql", "create table tags (name text not null primary key)"));

    public async ValueTask InitializeAsync() => _place = await engine.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_service_migrates_its_database_when_it_starts_and_answers()
    {
        using var host = Make();
        await host.StartAsync(Cancellation);

        var notes = host.Services.GetRequiredService<INoteRepository>();
        await notes.InsertAsync(new(1, "buy nails", "ann"), Cancellation);

        (await notes.FindAsync(1, Cancellation)).ShouldBe(new(1, "buy nails", "ann"));
        (await VersionsAsync()).ShouldBe("1,2");
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Nothing_else_starts_before_the_schema_is_there()
    {
        var builder = Services.Builder(null, Place());
        var witness = new Witness(VersionsAsync);
        builder.Services.AddSingleton<IHostedService>(witness);
        builder.AddNotes();
        using var host = builder.Build();

        await host.StartAsync(Cancellation);

        witness.Seen.ShouldBe("1,2");
    }

    [Fact]
    public async Task Four_services_that_start_at_once_apply_each_script_once()
    {
        var recorder = new Recorder();
        var hosts = Enumerable.Range(0, 4).Select(_ => Make(recorder)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.StartAsync(Cancellation), Cancellation)));

        recorder.Count(1003).ShouldBe(2);
        foreach (var host in hosts)
        {
            (await host.Services.GetRequiredService<INoteRepository>().FindAsync(1, Cancellation)).ShouldBeNull();
            host.Dispose();
        }
    }

    [Fact]
    public async Task A_service_waits_for_another_that_migrates_only_for_so_long()
    {
        using var stop = new CancellationTokenSource();
        var recorder = new Recorder();
        using var first = Make(recorder, new Scripts(("V1__slow.sql", $"-- dowel: transaction=none\n{engine.Slow};")));
        var starting = Task.Run(() => first.StartAsync(stop.Token), Cancellation);
        await WaitUntilAsync(() => Task.FromResult(recorder.Count(1002) == 1));

        using var second = Make(recorder, new Scripts(("V1__slow.sql", "-- dowel: transaction=none\nselect 1;")), ("Dowel:MigrationWait", "00:00:01"));
        var error = await Should.ThrowAsync<DowelException>(() => second.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL1104");
        recorder.Count(1005).ShouldBe(1);
        recorder.Count(1009).ShouldBe(1);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => starting);
    }

    [Fact]
    public async Task A_service_that_is_stopped_while_a_script_runs_leaves_nothing_half_applied_and_the_next_goes_on()
    {
        var recorder = new Recorder();
        using var stop = new CancellationTokenSource();
        using var first = Make(recorder, new Scripts(("V1__notes.sql", Scripts.Notes), ("V2__tags.sql", $"create table half (id bigint); {engine.Slow};")));
        var starting = Task.Run(() => first.StartAsync(stop.Token), Cancellation);
        await WaitUntilAsync(() => Task.FromResult(recorder.Lines.Any(line => line.Id == 1002 && line.Text.Contains("V2", StringComparison.Ordinal))));
        await Task.Delay(200, Cancellation);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => starting);

        recorder.Count(1010).ShouldBe(1);
        (await VersionsAsync()).ShouldBe("1");
        await Should.ThrowAsync<Exception>(() => _place.QueryAsync("select count(*) from half"));
        using var second = Make(null, Two);
        await second.StartAsync(Cancellation);
        (await VersionsAsync()).ShouldBe("1,2");
    }

    [Fact]
    public async Task A_script_that_fails_keeps_the_service_from_starting()
    {
        var recorder = new Recorder();
        using var host = Make(recorder, new Scripts(("V1__notes.sql", Scripts.Notes), ("V2__bad.sql", "create tabel tags (name text)")));

        var error = await Should.ThrowAsync<ScriptFailedException>(() => host.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL1101");
        recorder.Count(1009).ShouldBe(1);
        (await VersionsAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Verify_refuses_a_database_that_is_behind_and_changes_nothing()
    {
        using var host = Make(null, Two, ("Dowel:Migrations", "verify"));

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL5208");
        error.Problem.ShouldContain("pending: V1__notes.sql, V2__tags.sql");
        error.Remedy.ShouldContain("Dowel:Migrations=Apply");
        await Should.ThrowAsync<Exception>(VersionsAsync);
    }

    [Fact]
    public async Task Verify_starts_on_a_database_that_has_the_schema()
    {
        using (var first = Make(null, Two))
        {
            await first.StartAsync(Cancellation);
        }

        var recorder = new Recorder();
        using var host = Make(recorder, Two, ("Dowel:Migrations", "Verify"));
        await host.StartAsync(Cancellation);

        recorder.Count(1001).ShouldBe(1);
    }

    [Theory]
    [InlineData("Apply")]
    [InlineData("Verify")]
    public async Task A_database_that_is_newer_than_the_service_is_refused(string mode)
    {
        using (var newer = Make(null, Two))
        {
            await newer.StartAsync(Cancellation);
        }

        using var host = Make(null, new Scripts(("V1__notes.sql", Scripts.Notes)), ("Dowel:Migrations", mode));

        (await Should.ThrowAsync<MigrationRefusedException>(() => host.StartAsync(Cancellation))).Code.ShouldBe("DWL1007");
    }

    [Fact]
    public async Task Scripts_that_were_not_embedded_are_missed()
    {
        using (var misnamed = Make(null, new AssemblySource(typeof(Note).Assembly, "migration/")))
        {
            (await Should.ThrowAsync<MigrationRefusedException>(() => misnamed.StartAsync(Cancellation))).Code.ShouldBe("DWL1003");
        }

        using var host = Make(null, new Scripts());
        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL5207");
        error.Problem.ShouldContain("made up");
    }

    [Fact]
    public async Task Variables_and_the_schema_reach_the_scripts()
    {
        using var host = Make(
            null, new Scripts(("V1__notes.sql", $"{Scripts.Notes}; insert into notes (id, body) values (1, '${{greeting}} ${{schema}}');")),
            ("Dowel:Schema", "main"), ("Dowel:Variables:greeting", "hello"));
        await host.StartAsync(Cancellation);

        var note = await host.Services.GetRequiredService<INoteRepository>().FindAsync(1, Cancellation);

        note!.Body.ShouldBe("hello main");
    }

    [Fact]
    public async Task Code_runs_in_the_order_of_the_scripts()
    {
        var builder = Services.Builder(null, Place());
        builder.AddNotes(new Scripts(("V1__notes.sql", Scripts.Notes))).AddMigration(_ => new TestCode("2", TestCode.Sql("insert into notes (id, body) values (7, 'code')")));
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        (await host.Services.GetRequiredService<INoteRepository>().FindAsync(7, Cancellation))!.Body.ShouldBe("code");
    }

    [Fact]
    public async Task Several_databases_have_a_key_each_and_one_start()
    {
        await using var other = await engine.CreateAsync();
        var recorder = new Recorder();
        var builder = Services.Builder(recorder, [.. Services.SettingsOf(engine, _place), .. Services.SettingsOf(engine, other, "Tags")]);
        builder.AddNotes();
        builder.Services.AddDowel("tags", builder.Configuration.GetSection("Tags")).AddAll().AddMigrations(typeof(Note).Assembly, "more/");
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        (await VersionsAsync()).ShouldBe("1,2");
        (await other.QueryAsync("select version from schema_history")).ShouldBe("3");
        var tags = host.Services.GetRequiredKeyedService<Database>("tags");
        tags.ShouldNotBe(host.Services.GetRequiredService<Database>());
        (await host.AskAsync("dowel-tags")).Entry.Data["schema_version"].ShouldBe("3");
    }

    [Fact]
    public async Task Databases_in_one_place_are_migrated_one_after_another()
    {
        var recorder = new Recorder();
        var builder = Services.Builder(recorder, [.. Place(), .. Services.SettingsOf(engine, _place, "Tags"), ("Tags:HistoryTable", "tag_history")]);
        builder.AddNotes();
        builder.Services.AddDowel("tags", builder.Configuration.GetSection("Tags")).AddAll().AddMigrations(typeof(Note).Assembly, "more/");
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        recorder.Lines.Where(line => line.Id is 1002 or 1003).Select(line => line.Id).ShouldBe([1002, 1003, 1002, 1003, 1002, 1003]);
        (await _place.QueryAsync("select version from tag_history")).ShouldBe("3");
    }

    [Fact]
    public async Task Two_databases_may_not_share_a_history()
    {
        var builder = Services.Builder(null, [.. Place(), .. Services.SettingsOf(engine, _place, "Tags")]);
        builder.AddNotes();
        builder.Services.AddDowel("tags", builder.Configuration.GetSection("Tags")).AddAll().AddMigrations(typeof(Note).Assembly, "more/");
        using var host = builder.Build();

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL5209");
        error.Remedy.ShouldContain("Tags:HistoryTable");
        await Should.ThrowAsync<Exception>(VersionsAsync);
    }

    [Fact]
    public async Task A_container_that_is_disposed_of_synchronously_closes_the_database()
    {
        var builder = Services.Builder(null, Place());
        builder.AddNotes();
        Database database;
        await using (var services = builder.Services.BuildServiceProvider())
        {
            database = services.GetRequiredService<Database>();
            await database.PingAsync(Cancellation);
        }

        using (var services = builder.Services.BuildServiceProvider())
        {
            database = services.GetRequiredService<Database>();
            await database.PingAsync(Cancellation);
        }

        await Should.ThrowAsync<ObjectDisposedException>(async () => await database.PingAsync(Cancellation));
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private IHost Make(Recorder? recorder = null, IScriptSource? scripts = null, params IEnumerable<(string, string?)> settings) =>
        Services.Make(recorder, scripts, Place(settings));

    private IEnumerable<(string, string?)> Place(params IEnumerable<(string, string?)> settings) => [.. Services.SettingsOf(engine, _place), .. settings];

    private Task<string> VersionsAsync() => _place.QueryAsync("select version from schema_history order by version");
}

public sealed class SqliteStarting() : StartingContract(Engine.Sqlite);

public sealed class PostgresStarting() : StartingContract(Engine.Postgres);
