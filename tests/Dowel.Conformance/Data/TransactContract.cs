using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Transactions and savepoints.</summary>
public abstract class TransactContract(Engine engine) : DataContract(engine)
{
    [Fact]
    public async Task What_is_committed_stays_and_the_rest_is_undone()
    {
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.DoAsync("insert into notes values (1, 'a')");
            (await NotesAsync()).ShouldBe("");
            await transaction.CommitAsync(Cancellation);
        }

        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.DoAsync("insert into notes values (2, 'a')");
            await transaction.RollbackAsync(Cancellation);
        }

        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.DoAsync("insert into notes values (3, 'a')");
        }

        (await NotesAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task A_transaction_sees_its_own_writes_and_others_do_not()
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await transaction.DoAsync("insert into notes values (1, 'a')");

        (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(1);
        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
        (await Data.Standby.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
    }

    [Fact]
    public async Task A_transaction_that_has_ended_takes_no_more()
    {
        var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await transaction.CommitAsync(Cancellation);

        await Should.ThrowAsync<InvalidOperationException>(() => transaction.DoAsync("insert into notes values (1, 'a')").AsTask());
        await Should.ThrowAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancellation).AsTask());
        await transaction.DisposeAsync();
        await transaction.DisposeAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => transaction.DoAsync("insert into notes values (1, 'a')").AsTask());

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_failed_statement_spoils_its_transaction()
    {
        await NoteAsync(1);
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await transaction.DoAsync("insert into notes values (2, 'a')");
        await Should.ThrowAsync<UniqueViolationException>(() => transaction.DoAsync("insert into notes values (1, 'a')").AsTask());

        foreach (var next in new Func<Task>[]
        {
            () => transaction.DoAsync("insert into notes values (3, 'a')").AsTask(),
            () => transaction.AllAsync<long>("select id from notes").AsTask(),
            () => transaction.PutAsync("notes", ["a"]).AsTask(),
            () => transaction.CommitAsync(Cancellation).AsTask(),
        })
        {
            var error = await Should.ThrowAsync<TransactionSpoiledException>(next);
            (error.Code, error.CanRetry).ShouldBe(("DWL4011", false));
        }

        await transaction.DisposeAsync();
        (await NotesAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Work_that_swallows_a_failure_is_not_committed()
    {
        await NoteAsync(1);

        await Should.ThrowAsync<TransactionSpoiledException>(() => Data.TransactAsync(
            async (transaction, _) =>
            {
                await transaction.DoAsync("insert into notes values (2, 'a')");
                await Should.ThrowAsync<UniqueViolationException>(() => transaction.DoAsync("insert into notes values (1, 'a')").AsTask());
            },
            cancellationToken: Cancellation));

        (await NotesAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Work_that_throws_is_undone()
    {
        await Should.ThrowAsync<FormatException>(() => Data.TransactAsync(
            async (transaction, _) =>
            {
                await transaction.DoAsync("insert into notes values (2, 'a')");
                throw new FormatException();
            },
            cancellationToken: Cancellation));

        (await NotesAsync()).ShouldBe("");
        (await Data.DoAsync("insert into notes values (2, 'a')")).ShouldBe(1);
    }

    [Fact]
    public async Task A_savepoint_is_undone_alone()
    {
        var result = await Data.TransactAsync(
            async (transaction, token) =>
            {
                await transaction.DoAsync("insert into notes values (1, 'a')");
                await Should.ThrowAsync<FormatException>(() => transaction.TransactAsync(
                    async (inner, _) =>
                    {
                        await inner.DoAsync("insert into notes values (2, 'a')");
                        throw new FormatException();
                    },
                    cancellationToken: token));
                await Should.ThrowAsync<UniqueViolationException>(() => transaction.TransactAsync(
                    (inner, _) => inner.DoAsync("insert into notes values (1, 'a')").AsTask(), cancellationToken: token));
                return await transaction.TransactAsync(
                    async (inner, _) => await inner.DoAsync("insert into notes values (3, 'a')"), cancellationToken: token);
            },
            cancellationToken: Cancellation);

        result.ShouldBe(1);
        (await NotesAsync()).ShouldBe("1,3");
    }

    [Fact]
    public async Task Savepoints_stand_in_each_other()
    {
        await Data.TransactAsync(
            (outer, token) => outer.TransactAsync(
                async (middle, _) =>
                {
                    await middle.DoAsync("insert into notes values (1, 'a')");
                    await Should.ThrowAsync<UniqueViolationException>(() => middle.TransactAsync(
                        async (inner, _) =>
                        {
                            await inner.DoAsync("insert into notes values (2, 'a')");
                            await inner.TransactAsync((last, _) => last.DoAsync("insert into notes values (1, 'a')").AsTask(), cancellationToken: token);
                        },
                        cancellationToken: token));
                    await middle.DoAsync("insert into notes values (4, 'a')");
                },
                cancellationToken: token),
            cancellationToken: Cancellation);

        (await NotesAsync()).ShouldBe("1,4");
    }

    [Fact]
    public async Task A_savepoint_that_swallowed_a_failure_is_undone()
    {
        await NoteAsync(1);

        await Data.TransactAsync(
            async (transaction, token) =>
            {
                await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.TransactAsync(
                    async (inner, _) =>
                    {
                        await inner.DoAsync("insert into notes values (2, 'a')");
                        await Should.ThrowAsync<UniqueViolationException>(() => inner.DoAsync("insert into notes values (1, 'a')").AsTask());
                    },
                    cancellationToken: token));
                await transaction.DoAsync("insert into notes values (3, 'a')");
            },
            cancellationToken: Cancellation);

        (await NotesAsync()).ShouldBe("1,3");
    }

    [Fact]
    public async Task A_transaction_that_only_reads_writes_nothing()
    {
        await NoteAsync(1);
        await using var transaction = await Data.BeginAsync(TransactionOptions.ReadOnly, Cancellation);

        (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(1);
        (await Should.ThrowAsync<StatementRefusedException>(() => transaction.DoAsync("insert into notes values (2, 'a')").AsTask())).Code.ShouldBe("DWL4012");

        await transaction.DisposeAsync();
        (await Data.DoAsync("insert into notes values (3, 'a')")).ShouldBe(1);
        (await NotesAsync()).ShouldBe("1,3");
    }

    [Fact]
    public async Task A_transaction_that_only_reads_sees_one_state()
    {
        await NoteAsync(1);
        await using var transaction = await Data.BeginAsync(TransactionOptions.ReadOnly, Cancellation);
        (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(1);

        await NoteAsync(2);

        (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(1);
        await transaction.CommitAsync(Cancellation);
        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(2);
    }

    [Fact]
    public async Task Other_code_on_the_drivers_connection_takes_part()
    {
        foreach (var commits in new[] { true, false })
        {
            await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
            await transaction.DoAsync("insert into notes values (1, 'ours')");
            await using (var command = transaction.Connection.CreateCommand())
            {
                command.Transaction = transaction.DbTransaction;
                command.CommandText = "insert into notes select id + 1, 'theirs' from notes";
                (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
            }

            (await transaction.AllAsync<string>("select body from notes order by id")).ShouldBe(["ours", "theirs"]);
            if (commits)
            {
                await transaction.CommitAsync(Cancellation);
                (await NotesAsync()).ShouldBe("1,2");
                await Data.DoAsync("delete from notes");
            }
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Many_statements_of_a_transaction_see_each_other()
    {
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                for (var i = 1L; i <= 100; i++)
                {
                    await transaction.DoAsync("insert into notes values (?1, 'a')", i);
                    (await transaction.OneAsync<long>("select max(id) from notes")).ShouldBe(i);
                }
            },
            cancellationToken: Cancellation);
    }
}

public sealed class SqliteTransact() : TransactContract(Engine.Sqlite);

public sealed class PostgresTransact() : TransactContract(Engine.Postgres)
{
    [Fact]
    public async Task A_snapshot_sees_one_state_and_read_committed_does_not()
    {
        foreach (var (isolation, seen) in new[] { (Isolation.ReadCommitted, 1), (Isolation.Snapshot, 0), (Isolation.Serializable, 0) })
        {
            await Data.DoAsync("delete from notes");
            await using var transaction = await Data.BeginAsync(new() { Isolation = isolation }, Cancellation);
            (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(0);

            await NoteAsync(1);

            (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(seen, isolation.ToString());
        }
    }
}
