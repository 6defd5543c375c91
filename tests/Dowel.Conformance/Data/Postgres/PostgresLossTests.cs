using System.Diagnostics;
using Dowel.Data;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Connections that break, and servers that are not there.</summary>
public sealed class PostgresLossTests : PostgresDataTest
{
    private static readonly Told Insert = new("insert into numbers values ($1)");
    private static readonly Told Count = new("select count(*) from numbers");
    private static readonly Told Sleep = new("select count(*) from pg_sleep($1)");
    private static readonly Told SleepingInsert = new("insert into numbers select $1 from pg_sleep(30)");

    [Fact]
    public async Task A_session_that_ends_under_a_read_is_a_lost_connection()
    {
        var work = AskAsync<long>(Data, Sleep, 30);
        await RunsAsync("pg_sleep");
        await TerminateAsync();

        var error = await Should.ThrowAsync<ConnectionLostException>(() => work);

        (error.Code, error.CanRetry).ShouldBe(("DWL4007", true));
        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task A_session_that_the_server_ends_under_a_write_has_kept_nothing()
    {
        var work = DoAsync(Data, SleepingInsert, 1);
        await RunsAsync("pg_sleep");
        await TerminateAsync();

        await Should.ThrowAsync<ConnectionLostException>(() => work);

        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task A_session_that_ends_in_a_transaction_ends_the_transaction()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await DoAsync(transaction, Insert, 1);
        await TerminateAsync();

        await Should.ThrowAsync<ConnectionLostException>(() => DoAsync(transaction, Insert, 2));
        await Should.ThrowAsync<ConnectionLostException>(() => DoAsync(transaction, Insert, 2));
        await Should.ThrowAsync<ConnectionLostException>(() => transaction.CommitAsync(Cancellation).AsTask());

        await transaction.RollbackAsync(Cancellation);
        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task The_whole_transaction_runs_again_after_its_session_was_ended()
    {
        var attempts = 0;
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                await DoAsync(transaction, Insert, 1);
                if (++attempts == 1)
                {
                    await TerminateAsync();
                }

                await DoAsync(transaction, Insert, 2);
            },
            cancellationToken: Cancellation);

        attempts.ShouldBe(2);
        (await AskAsync<long>(Data, Count)).ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_that_meets_an_ended_session_is_in_doubt()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await DoAsync(transaction, Insert, 1);
        await TerminateAsync();

        var error = await Should.ThrowAsync<CommitInDoubtException>(() => transaction.CommitAsync(Cancellation).AsTask());

        (error.Code, error.CanRetry).ShouldBe(("DWL4010", false));
    }

    [Fact]
    public async Task A_time_limit_stops_the_statement_on_the_server()
    {
        await using var hasty = Open(new() { StatementTimeout = TimeSpan.FromSeconds(1) });
        var start = Stopwatch.GetTimestamp();

        await Should.ThrowAsync<StatementTimeoutException>(() => AskAsync<long>(hasty, Sleep, 30));

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await Target.QueryAsync("select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep($1)%' and state = 'active' and pid <> pg_backend_pid()")).ShouldBe("0");
        (await AskAsync<long>(hasty, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task A_lock_timeout_of_the_server_is_busy()
    {
        await using var other = await Target.ConnectAsync();
        await other.ExecuteAsync("begin; lock table numbers");
        await using var impatient = Open(change: settings => settings.Options = "-c lock_timeout=50");

        (await Should.ThrowAsync<DatabaseBusyException>(() => DoAsync(impatient, Insert, 1))).CanRetry.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_is_left_early_is_stopped_on_the_server()
    {
        await foreach (var number in Data.StreamAsync<Tell<long>, long>(new(new("select generate_series(1, 100000000)::bigint")), Cancellation))
        {
            if (number == 3)
            {
                break;
            }
        }

        (await Target.QueryAsync("select count(*) from pg_stat_activity where datname = current_database() and query like '%generate_series%' and state = 'active' and pid <> pg_backend_pid()"))
            .ShouldBe("0");
        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Theory]
    [InlineData("no database")]
    [InlineData("no server")]
    [InlineData("no user")]
    [InlineData("no connection left")]
    public async Task A_connection_that_cannot_be_made_names_no_secret(string what)
    {
        await using var held = await Data.BeginAsync(cancellationToken: Cancellation);
        await using var broken = Open(change: settings =>
        {
            settings.Password = "hunter2";
            settings.Timeout = 2;
            (settings.Database, settings.Port, settings.Host, settings.Username) = what switch
            {
                "no database" => ("no_such_database", settings.Port, settings.Host, settings.Username),
                "no server" => (settings.Database, 1, "127.0.0.1", settings.Username),
                "no user" => (settings.Database, settings.Port, settings.Host, "no_such_user"),
                _ => (settings.Database, settings.Port, settings.Host, settings.Username),
            };
        });
        await using var rented = what == "no connection left" ? await broken.BeginAsync(cancellationToken: Cancellation) : null;

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => AskAsync<long>(broken, Count));

        error.Code.ShouldBe("DWL4008");
        error.ToString().ShouldNotContain("hunter2");
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => broken.BeginAsync(cancellationToken: Cancellation).AsTask())).ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_source_of_others_is_used_and_left_open()
    {
        await using var source = NpgsqlDataSource.Create(Target.ConnectionString);
        await using (var database = new PostgresDatabase(source))
        {
            (await DoAsync(database, Insert, 1)).ShouldBe(1);
        }

        await using var connection = await source.OpenConnectionAsync(Cancellation);
    }

    [Fact]
    public async Task Of_several_hosts_the_primary_takes_writes_and_reads_find_a_server()
    {
        await using var database = Open(change: settings => settings.Host = $"{settings.Host},{settings.Host}");

        (await DoAsync(database, Insert, 1)).ShouldBe(1);
        database.Standby.ShouldNotBeSameAs(database);
        (await AskAsync<long>(database.Standby, Count)).ShouldBe(1);
        (await database.ReadFactsAsync(Cancellation)).TakesWrites.ShouldBeTrue();
        Data.Standby.ShouldBeSameAs(Data);
    }
}
