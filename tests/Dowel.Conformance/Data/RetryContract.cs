using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Work that is run again as a whole.</summary>
public abstract class RetryContract(Engine engine) : DataContract(engine)
{
    [Fact]
    public async Task The_whole_work_runs_again_where_that_can_help()
    {
        var attempts = 0;
        var result = await Data.TransactAsync(
            async (transaction, _) =>
            {
                attempts++;
                await transaction.DoAsync("insert into notes values (?1, 'a')", (long)attempts);
                return attempts < 3 ? throw new TransactionConflictException(null) : attempts;
            },
            cancellationToken: Cancellation);

        (result, attempts).ShouldBe((3, 3));
        (await NotesAsync()).ShouldBe("3");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_attempts_are_made_than_allowed(int most)
    {
        var attempts = 0;

        await Should.ThrowAsync<DatabaseBusyException>(() => Data.TransactAsync(
            (_, _) =>
            {
                attempts++;
                throw new DatabaseBusyException(null);
            },
            new() { AttemptsMax = most },
            Cancellation));

        attempts.ShouldBe(most);
    }

    [Fact]
    public async Task Other_failures_are_final()
    {
        foreach (var failure in new Exception[] { new FormatException(), new TransactionSpoiledException(null), new StatementTimeoutException(null), new CommitInDoubtException(null) })
        {
            var attempts = 0;
            (await Should.ThrowAsync<Exception>(() => Data.TransactAsync(
                (_, _) =>
                {
                    attempts++;
                    throw failure;
                },
                cancellationToken: Cancellation))).ShouldBeSameAs(failure);
            attempts.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_savepoint_is_not_run_again_by_itself()
    {
        var (outer, inner) = (0, 0);
        await Data.TransactAsync(
            (transaction, token) =>
            {
                outer++;
                return transaction.TransactAsync(
                    async (savepoint, _) =>
                    {
                        inner++;
                        await savepoint.DoAsync("insert into notes values (?1, 'a')", (long)inner);
                        if (inner == 1)
                        {
                            throw new TransactionConflictException(null);
                        }
                    },
                    cancellationToken: token);
            },
            cancellationToken: Cancellation);

        (outer, inner).ShouldBe((2, 2));
        (await NotesAsync()).ShouldBe("2");
    }

    [Fact]
    public async Task Nobody_waits_for_a_retry_that_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var attempts = 0;

        var failure = await StopsSoonAsync(Data.TransactAsync(
            async (_, _) =>
            {
                if (++attempts == 3)
                {
                    await source.CancelAsync();
                }

                throw new TransactionConflictException(null);
            },
            new() { AttemptsMax = 1000 },
            source.Token));

        failure.ShouldBeCancelledBy(source.Token);
        attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Eight_tasks_that_read_and_write_lose_nothing()
    {
        const int tasks = 8;
        const int rounds = 25;
        await Data.DoAsync("create table counters (id bigint not null primary key, n bigint not null)");
        await Data.DoAsync("insert into counters values (1, 0)");
        var options = new TransactionOptions { Isolation = Isolation.Serializable, AttemptsMax = 1000 };

        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < rounds; i++)
                {
                    await Data.TransactAsync(
                        async (transaction, _) =>
                        {
                            var n = await transaction.OneAsync<long>("select n from counters where id = 1");
                            await Task.Yield();
                            await transaction.DoAsync("update counters set n = ?1 where id = 1", n + 1);
                        },
                        options,
                        Cancellation);
                }
            },
            Cancellation)));

        (await Data.OneAsync<long>("select n from counters")).ShouldBe(tasks * rounds);
    }
}

public sealed class SqliteRetry() : RetryContract(Engine.Sqlite);

public sealed class PostgresRetry() : RetryContract(Engine.Postgres)
{
    [Fact]
    public async Task A_write_from_a_state_that_is_gone_is_a_conflict()
    {
        await NoteAsync(1);
        await using var first = await Data.BeginAsync(new() { Isolation = Isolation.Snapshot }, Cancellation);
        await first.OneAsync<string>("select body from notes");
        await Data.DoAsync("update notes set body = 'theirs'");

        var error = await Should.ThrowAsync<TransactionConflictException>(() => first.DoAsync("update notes set body = 'ours'").AsTask());

        (error.Code, error.CanRetry).ShouldBe(("DWL4005", true));
    }

    [Fact]
    public async Task A_conflict_is_found_as_late_as_the_commit()
    {
        await using var first = await Data.BeginAsync(new() { Isolation = Isolation.Serializable }, Cancellation);
        await using var second = await Data.BeginAsync(new() { Isolation = Isolation.Serializable }, Cancellation);
        foreach (var transaction in new[] { first, second })
        {
            await transaction.OneAsync<long>("select count(*) from notes");
        }

        await first.DoAsync("insert into notes values (1, 'a')");
        await second.DoAsync("insert into notes values (2, 'a')");
        await first.CommitAsync(Cancellation);

        (await Should.ThrowAsync<TransactionConflictException>(() => second.CommitAsync(Cancellation).AsTask())).CanRetry.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_that_wait_for_each_other_one_is_in_conflict()
    {
        await NoteAsync(1, 2);
        await using var first = await Data.BeginAsync(cancellationToken: Cancellation);
        await using var second = await Data.BeginAsync(cancellationToken: Cancellation);
        await first.DoAsync("update notes set body = 'x' where id = 1");
        await second.DoAsync("update notes set body = 'y' where id = 2");

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => first.DoAsync("update notes set body = 'x' where id = 2").AsTask()).AsTask(),
            Record.ExceptionAsync(() => second.DoAsync("update notes set body = 'y' where id = 1").AsTask()).AsTask());

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.OfType<TransactionConflictException>().ShouldHaveSingleItem().CanRetry.ShouldBeTrue();
    }

    // What the server ended is begun anew on another connection.
    [Fact]
    public async Task Work_whose_connection_was_cut_runs_again()
    {
        var attempts = 0;
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                await transaction.DoAsync("insert into notes values (1, 'a')");
                if (++attempts == 1)
                {
                    var backend = await transaction.OneAsync<int>("select pg_backend_pid()");
                    await Target.QueryAsync($"select pg_terminate_backend({backend}, 5000)");
                    var error = await Should.ThrowAsync<ConnectionLostException>(() => transaction.DoAsync("insert into notes values (2, 'a')").AsTask());
                    (error.Code, error.CanRetry).ShouldBe(("DWL4007", true));
                    throw error;
                }
            },
            cancellationToken: Cancellation);

        attempts.ShouldBe(2);
        (await NotesAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Idle_connections_that_were_cut_are_noticed()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Data.OneAsync<long>("select count(*) from notes").AsTask()));
        await Target.QueryAsync("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await Data.TransactAsync((transaction, _) => transaction.DoAsync("insert into notes values (1, 'a')").AsTask(), new() { AttemptsMax = 20 }, Cancellation);

        (await NotesAsync()).ShouldBe("1");
    }
}
