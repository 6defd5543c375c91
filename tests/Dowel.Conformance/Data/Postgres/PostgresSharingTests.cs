using Dowel.Data;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Transactions that other code takes part in, and what they cost on the wire.</summary>
public sealed class PostgresSharingTests : PostgresDataTest
{
    private static readonly Told Insert = new("insert into numbers values ($1)");
    private static readonly Told Count = new("select count(*) from numbers");

    [Fact]
    public async Task A_failure_that_other_code_swallowed_is_not_committed()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await DoAsync(transaction, Insert, 1);
        await Should.ThrowAsync<PostgresException>(() => RunAsync(transaction, "insert into numbers values (1)"));

        await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.CommitAsync(Cancellation).AsTask());

        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task A_failure_of_other_code_spoils_what_follows()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await Should.ThrowAsync<PostgresException>(() => RunAsync(transaction, "select 1 / 0"));

        await Should.ThrowAsync<TransactionSpoiledException>(() => DoAsync(transaction, Insert, 1));
    }

    [Fact]
    public async Task A_transaction_that_other_code_has_ended_is_not_called_committed()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await DoAsync(transaction, Insert, 1);
        await RunAsync(transaction, "rollback");

        await Should.ThrowAsync<DatabaseException>(() => transaction.CommitAsync(Cancellation).AsTask());

        (await AskAsync<long>(Data, Count)).ShouldBe(0);
    }

    [Fact]
    public async Task A_constraint_that_speaks_at_the_commit_is_that_constraint()
    {
        await Target.ExecuteAsync("create table later (n bigint references numbers deferrable initially deferred)");
        var insert = new Told("insert into later values ($1)");

        await Should.ThrowAsync<ForeignKeyViolationException>(() => DoAsync(Data, insert, 1));
        await Should.ThrowAsync<ForeignKeyViolationException>(() => AskAsync<long>(Data, new("insert into later values ($1) returning n"), 1));
        var error = await Should.ThrowAsync<ForeignKeyViolationException>(() => Data.TransactAsync(
            (transaction, _) => DoAsync(transaction, insert, 1), cancellationToken: Cancellation));

        (error.Violation.Table, error.Violation.Constraint).ShouldBe(("later", "later_n_fkey"));
        error.Violation.Columns.ShouldBe(["n"]);
        (await Target.QueryAsync("select count(*) from later")).ShouldBe("0");
    }

    [Fact]
    public async Task Errors_show_names_and_no_values()
    {
        await Target.ExecuteAsync("create table keys (\"a, b\" text, \"C\" text, unique (\"a, b\", \"C\")); create unique index lowered on keys (lower(\"C\"), \"a, b\")");
        await Target.ExecuteAsync("insert into keys values ('secret (1)=(', 'SECRET')");

        var error = await Should.ThrowAsync<UniqueViolationException>(() => DoAsync(Data, new("insert into keys select * from keys")));
        var lowered = await Should.ThrowAsync<UniqueViolationException>(() => DoAsync(Data, new("insert into keys select \"a, b\", lower(\"C\") from keys")));
        var check = await Should.ThrowAsync<CheckViolationException>(() => DoAsync(Data, Insert, 12345678));
        var cast = await Should.ThrowAsync<StatementRefusedException>(() => DoAsync(Data, new("select \"C\"::bigint from keys")));

        error.Violation.Columns.ShouldBe(["a, b", "C"]);
        lowered.Violation.Columns.ShouldBe(["lower(\"C\")", "a, b"]);
        check.Violation.Constraint.ShouldBe("numbers_small");
        foreach (var told in new DatabaseException[] { error, lowered, check, cast })
        {
            told.ToString().ShouldNotContain("secret", Case.Insensitive);
            told.ToString().ShouldNotContain("12345678");
            told.InnerException!.Data.Values.Cast<object>().ShouldAllBe(value => !value.ToString()!.Contains("secret", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_drivers_traces_and_errors_show_no_values_either()
    {
        await Target.ExecuteAsync("create table keys (secret text unique); insert into keys values ('hunter2')");
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue(string.Concat(activity.Events.SelectMany(it => it.Tags)) + string.Concat(activity.TagObjects)),
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);

        var ours = await Should.ThrowAsync<UniqueViolationException>(() => DoAsync(Data, new("insert into keys select * from keys")));
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        var theirs = await Should.ThrowAsync<PostgresException>(() => RunAsync(transaction, "insert into keys select * from keys"));

        ours.Violation.Columns.ShouldBe(["secret"]);
        told.ShouldContain(it => it.Contains("keys_secret_key"));
        told.ShouldAllBe(it => !it.Contains("hunter2"));
        theirs.ToString().ShouldNotContain("hunter2");
    }

    // The pool has one connection, and the transaction has it.
    [Fact]
    public async Task A_violation_is_told_without_columns_where_there_is_no_connection_to_ask_for_them()
    {
        await Data.PingAsync(Cancellation);
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await DoAsync(transaction, Insert, 1);
            var error = await Should.ThrowAsync<UniqueViolationException>(() => DoAsync(transaction, Insert, 1));

            (error.Violation.Table, error.Violation.Constraint).ShouldBe(("numbers", "numbers_pkey"));
            error.Violation.Columns.ShouldBeEmpty();
        }

        await DoAsync(Data, Insert, 1);
        (await Should.ThrowAsync<UniqueViolationException>(() => DoAsync(Data, Insert, 1))).Violation.Columns.ShouldBe(["n"]);
    }

    [Fact]
    public async Task Other_code_cannot_write_before_the_first_statement_of_a_transaction_that_only_reads()
    {
        await using var transaction = await Data.BeginAsync(TransactionOptions.ReadOnly, Cancellation);

        (await Should.ThrowAsync<PostgresException>(() => RunAsync(transaction, "insert into numbers values (1)"))).SqlState.ShouldBe("25006");
    }

    [Fact]
    public async Task A_transaction_that_only_reads_does_so_from_its_first_statement_on()
    {
        await using (var transaction = await Data.BeginAsync(TransactionOptions.ReadOnly, Cancellation))
        {
            (await Should.ThrowAsync<StatementRefusedException>(() => DoAsync(transaction, Insert, 1))).EngineCode.ShouldBe("25006");
        }

        await using (var transaction = await Data.BeginAsync(TransactionOptions.ReadOnly, Cancellation))
        {
            (await AskAsync<long>(transaction, new("select $1::bigint"), 7)).ShouldBe(7);
            (await AskAsync<string>(transaction, new("show transaction_isolation"))).ShouldBe("repeatable read");
            (await AskAsync<string>(transaction, new("show transaction_read_only"))).ShouldBe("on");
        }
    }

    [Fact]
    public async Task A_transaction_takes_no_round_trip_to_begin()
    {
        await using var proxy = new PostgresProxy(Target.ConnectionString);
        await using var database = Open(change: settings => settings.ConnectionString = proxy.ConnectionString + ";Pooling=true");
        await AskAsync<long>(database, Count);
        await DoAsync(database, Insert, 1);

        // The driver's begin and commit are messages of another kind, which the proxy does not count: a begin of Dowel's own would be.
        (await CountAsync(proxy, () => AskAsync<long>(database, Count))).ShouldBe(1);
        (await CountAsync(proxy, () => database.TransactAsync((transaction, _) => DoAsync(transaction, Insert, 2)))).ShouldBe(1);
        (await CountAsync(proxy, () => database.TransactAsync((_, _) => Task.CompletedTask))).ShouldBe(0);
        (await CountAsync(proxy, () => database.TransactAsync((transaction, _) => AskAsync<long>(transaction, Count), TransactionOptions.ReadOnly))).ShouldBe(1);
        (await CountAsync(proxy, () => database.TransactAsync(
            (transaction, token) => transaction.TransactAsync((inner, _) => DoAsync(inner, Insert, 3), cancellationToken: token)))).ShouldBe(2);
    }

    private static async Task<int> CountAsync(PostgresProxy proxy, Func<Task> work)
    {
        var before = proxy.RoundTrips;
        await work();
        return proxy.RoundTrips - before;
    }

    private static async Task RunAsync(Transaction transaction, string sql)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.DbTransaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
