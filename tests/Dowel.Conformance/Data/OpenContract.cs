using System.Diagnostics;
using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Databases as a whole: open, asked how they are, away, closed.</summary>
public abstract class OpenContract(Engine engine) : DataContract(engine)
{
    [Fact]
    public async Task A_database_answers_and_says_what_it_is()
    {
        (await Data.PingAsync(Cancellation)).ShouldBeInRange(TimeSpan.Zero, Soon);

        var facts = await Data.ReadFactsAsync(Cancellation);

        (facts.Engine, facts.TakesWrites).ShouldBe((Data.Engine, true));
        facts.Version.ShouldMatch(@"^[0-9]+\.[0-9]+");
        facts.Database.ShouldNotBeEmpty();
        var health = await Data.CheckHealthAsync(Cancellation);
        (health.IsHealthy, health.Failure, health.Facts).ShouldBe((true, null, facts));
    }

    [Fact]
    public async Task A_name_shows_no_secret()
    {
        await using var away = Target.OpenAway("hunter2");

        Data.DisplayName.ShouldNotBeEmpty();
        Data.DisplayName.ShouldNotContain("=");
        $"{Data}".ShouldNotContain("=");
        away.DisplayName.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_database_that_is_away_is_an_answer_and_an_error_elsewhere()
    {
        await using var away = Target.OpenAway("hunter2");

        var health = await away.CheckHealthAsync(Cancellation);

        (health.IsHealthy, health.Facts).ShouldBe((false, null));
        health.Failure.ShouldBeOfType<DatabaseUnavailableException>();
        foreach (var ask in new Func<Task>[]
        {
            () => away.PingAsync(Cancellation).AsTask(),
            () => away.ReadFactsAsync(Cancellation).AsTask(),
            () => away.OneAsync<long>("select 1").AsTask(),
            () => away.DoAsync("insert into notes values (1, 'a')").AsTask(),
            () => away.BeginAsync(cancellationToken: Cancellation).AsTask(),
        })
        {
            var error = await Should.ThrowAsync<DatabaseUnavailableException>(ask);
            (error.Code, error.CanRetry).ShouldBe(("DWL4008", true));
            error.ToString().ShouldNotContain("hunter2");
            error.Message.ShouldContain(away.DisplayName);
        }
    }

    [Fact]
    public async Task What_runs_while_a_database_is_closed_is_stopped()
    {
        var database = Target.OpenData();
        var work = new[]
        {
            Task.Run(() => database.OneWithAsync(Endless, CancellationToken.None), Cancellation),
            Task.Run(() => database.TransactAsync((transaction, _) => transaction.OneWithAsync(Endless, CancellationToken.None)), Cancellation),
        };
        await Task.Delay(300, Cancellation);

        var start = Stopwatch.GetTimestamp();
        await database.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        foreach (var task in work)
        {
            (await StopsSoonAsync(task)).ShouldSatisfyAllConditions(
                failure => (failure is OperationCanceledException or ObjectDisposedException or DatabaseException).ShouldBeTrue(failure.ToString()));
        }

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Soon);
    }

    [Fact]
    public async Task A_database_that_was_closed_takes_no_more()
    {
        var database = Target.OpenData();
        await database.OneAsync<long>("select count(*) from notes");
        await database.DisposeAsync();
        await database.DisposeAsync();

        foreach (var ask in new Func<Task>[]
        {
            () => database.OneAsync<long>("select 1").AsTask(),
            () => database.DoAsync("insert into notes values (1, 'a')").AsTask(),
            () => database.BeginAsync(cancellationToken: Cancellation).AsTask(),
            () => database.PingAsync(Cancellation).AsTask(),
            async () => await database.FlowAsync<long>("select 1").ToListAsync(Cancellation),
        })
        {
            await Should.ThrowAsync<ObjectDisposedException>(ask);
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_closed_database_leaves_no_connection()
    {
        var database = Target.OpenData();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.OneAsync<long>("select count(*) from notes").AsTask()));
        await database.DisposeAsync();
        await Data.DisposeAsync();

        (await Target.Server.DropAsync(Cancellation)).ShouldBeTrue();
        await Target.Server.CreateAsync(Cancellation);
    }

    [Fact]
    public async Task Two_databases_of_one_place_see_each_other()
    {
        await using var other = Target.OpenData();
        await NoteAsync(1);
        (await other.OneAsync<long>("select count(*) from notes")).ShouldBe(1);
        await other.DoAsync("insert into notes values (2, 'a')");

        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(2);
    }
}

public sealed class SqliteOpen() : OpenContract(Engine.Sqlite)
{
    [Fact]
    public async Task References_are_kept()
    {
        await Data.DoAsync("create table lines (note bigint not null references notes (id) on delete cascade)");
        await NoteAsync(1);
        await Data.DoAsync("insert into lines values (1)");

        await Data.DoAsync("delete from notes");

        (await Data.OneAsync<long>("select count(*) from lines")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_takes_no_writes()
    {
        await using var reader = Target.OpenReadOnly();

        (await reader.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
        (await reader.ReadFactsAsync(Cancellation)).TakesWrites.ShouldBeFalse();
        (await reader.CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeFalse();
        await Should.ThrowAsync<StatementRefusedException>(() => reader.DoAsync("insert into notes values (1, 'a')").AsTask());
    }
}

public sealed class PostgresOpen() : OpenContract(Engine.Postgres)
{
    [Fact]
    public async Task A_session_that_can_only_read_takes_no_writes()
    {
        await using var reader = Target.OpenReadOnly();

        (await reader.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
        (await reader.ReadFactsAsync(Cancellation)).TakesWrites.ShouldBeFalse();
        (await reader.CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeFalse();
    }

    // Nothing that a transaction sets may be found by the next one on the same connection.
    [Fact]
    public async Task A_connection_keeps_nothing_of_who_had_it_before()
    {
        for (var i = 0; i < 5; i++)
        {
            await Data.TransactAsync(
                (transaction, _) => transaction.OneAsync<string>("select set_config('app.user', 'somebody', true)").AsTask(),
                new() { Isolation = Isolation.Serializable },
                Cancellation);
            (await Data.OneAsync<string>("select coalesce(current_setting('app.user', true), '')")).ShouldBe("");
            (await Data.OneAsync<string>("show transaction_isolation")).ShouldBe("read committed");
            (await Data.OneAsync<string>("show transaction_read_only")).ShouldBe("off");
        }
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_in_doubt()
    {
        await using var proxy = new PostgresProxy(Target.ConnectionString) { CutsAt = "COMMIT\0" };
        await using var database = PostgresEngine.OpenAt(proxy.ConnectionString);
        var attempts = 0;

        var error = await Should.ThrowAsync<CommitInDoubtException>(() => database.TransactAsync(
            (transaction, _) =>
            {
                attempts++;
                return transaction.DoAsync("insert into notes values (1, 'a')").AsTask();
            },
            cancellationToken: Cancellation));

        (error.Code, error.CanRetry, attempts).ShouldBe(("DWL4010", false, 1));
    }
}
