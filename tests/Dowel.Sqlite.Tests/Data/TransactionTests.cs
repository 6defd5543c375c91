using Dowel.Data;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite.Tests.Data;

public sealed class TransactionTests : DataTest
{
    [Fact]
    public async Task Eight_writers_lose_nothing()
    {
        await Database.RunAsync("insert into t (id, n) values (1, 0)");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await Database.TransactAsync(
                    async (transaction, _) =>
                    {
                        var n = await transaction.AskAsync<long>("select n from t where id = 1");
                        await transaction.RunAsync("update t set n = ?1 where id = 1", n + 1);
                    },
                    cancellationToken: Token);
            }
        })));
        (await Database.AskAsync<long>("select n from t where id = 1")).ShouldBe(800);
    }

    [Fact]
    public async Task Nothing_stays_of_a_transaction_that_is_not_committed()
    {
        await using (var transaction = await Database.BeginAsync(cancellationToken: Token))
        {
            await transaction.RunAsync("insert into t (a) values ('x')");
        }

        var second = await Database.BeginAsync(cancellationToken: Token);
        await second.RunAsync("insert into t (a) values ('x')");
        await second.RollbackAsync(Token);
        await Should.ThrowAsync<InvalidOperationException>(async () => await second.RunAsync("delete from t"));
        await Should.ThrowAsync<InvalidOperationException>(async () => await second.CommitAsync(Token));
        await second.DisposeAsync();
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_fails_spoils_its_transaction()
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (1)");
        await Should.ThrowAsync<UniqueViolationException>(async () => await transaction.RunAsync("insert into t (id) values (1)"));
        var error = await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.AskAsync<long>("select 1"));
        error.Code.ShouldBe("DWL4011");
        await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.CommitAsync(Token));
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task A_failure_behind_a_savepoint_undoes_that_part_alone()
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (1)");
        await Should.ThrowAsync<UniqueViolationException>(() => transaction.TransactAsync(
            async (part, _) =>
            {
                await part.RunAsync("insert into t (id) values (2)");
                await part.TransactAsync((inner, _) => inner.RunAsync("insert into t (id) values (3)").AsTask(), cancellationToken: Token);
                await part.RunAsync("insert into t (id) values (1)");
            },
            cancellationToken: Token));
        await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.TransactAsync(
            (part, _) => Should.ThrowAsync<UniqueViolationException>(async () => await part.RunAsync("insert into t (id) values (1)")),
            cancellationToken: Token));
        await transaction.TransactAsync((part, _) => part.RunAsync("insert into t (id) values (4)").AsTask(), cancellationToken: Token);
        await Should.ThrowAsync<InvalidOperationException>(() => transaction.TransactAsync(
            (part, _) => part.CommitAsync(Token).AsTask(), cancellationToken: Token));
        await transaction.CommitAsync(Token);
        (await Database.ListAsync<long>("select id from t order by id")).ShouldBe([1, 4]);
    }

    [Fact]
    public async Task What_was_refused_before_it_was_sent_spoils_nothing()
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await Should.ThrowAsync<ArgumentException>(async () => await transaction.RunAsync("insert into t (a) values (?1)", "\0"));
        await Should.ThrowAsync<UnexpectedValueException>(async () => await transaction.AskAsync<long>("select 'x'"));
        await Should.ThrowAsync<NoRowException>(async () => await transaction.AskAsync<long>("select id from t"));
        await transaction.RunAsync("insert into t (a) values ('x')");
        await transaction.CommitAsync(Token);
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(1);
    }

    [Fact]
    public async Task A_deferred_key_is_looked_at_when_the_transaction_is_committed()
    {
        await Database.RunAsync("create table child (t_id integer references t deferrable initially deferred)");
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into child values (7)");
        var error = await Should.ThrowAsync<ForeignKeyViolationException>(async () => await transaction.CommitAsync(Token));
        error.Code.ShouldBe("DWL4002");
        (await Database.AskAsync<long>("select count(*) from child")).ShouldBe(0);
        (await Database.RunAsync("insert into t (id) values (7)")).ShouldBe(1);
    }

    [Fact]
    public async Task The_drivers_own_commands_take_part()
    {
        await using (var transaction = await Database.BeginAsync(cancellationToken: Token))
        {
            await transaction.RunAsync("insert into t (id) values (1)");
            var connection = (SqliteConnection)transaction.Connection;
            DataFolder.Run(connection, "insert into t (id) values (2)");
            var shared = (SqliteTransaction)transaction.DbTransaction;
            shared.Connection.ShouldBeSameAs(connection);
            transaction.DbTransaction.ShouldBeSameAs(shared);
            DataFolder.Run(connection, "insert into t (id) values (3)", shared);
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "select count(*) from t";
                command.ExecuteScalar().ShouldBe(3L);
            }

            (await transaction.AskAsync<long>("select count(*) from t")).ShouldBe(3);
            await transaction.CommitAsync(Token);
            shared.Connection.ShouldBeNull();
        }

        await using (var transaction = await Database.BeginAsync(cancellationToken: Token))
        {
            DataFolder.Run((SqliteConnection)transaction.Connection, "insert into t (id) values (4)", (SqliteTransaction)transaction.DbTransaction);
        }

        await using var last = await Database.BeginAsync(cancellationToken: Token);
        DataFolder.Run((SqliteConnection)last.Connection, "insert into t (id) values (5)");
        await last.CommitAsync(Token);
        (await Database.ListAsync<long>("select id from t order by id")).ShouldBe([1, 2, 3, 5]);
    }

    [Fact]
    public async Task A_transaction_that_other_code_ended_takes_no_more_statements()
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (1)");
        DataFolder.Run((SqliteConnection)transaction.Connection, "rollback");
        await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.RunAsync("insert into t (id) values (2)"));
        await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.CommitAsync(Token));
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task One_statement_runs_at_a_time()
    {
        await Database.RunAsync("insert into t (a) values ('x'), ('y')");
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await foreach (var _ in transaction.StreamAsync<TestQuery<string>, string>(new("select a from t"), Token))
        {
            await Should.ThrowAsync<InvalidOperationException>(async () => await transaction.AskAsync<long>("select 1"));
            break;
        }

        (await transaction.AskAsync<long>("select count(*) from t")).ShouldBe(2);
        await foreach (var _ in transaction.StreamAsync<TestQuery<string>, string>(new("select a from t"), Token))
        {
            await transaction.DisposeAsync();
            break;
        }

        (await Database.RunAsync("delete from t")).ShouldBe(2);
    }

    [Fact]
    public async Task Violations_name_what_would_have_been_broken()
    {
        await Database.RunAsync("create table \"o dd\" (id integer primary key, x text not null collate nocase, t_id integer references t, constraint short check (length(x) < 3))");
        await Database.RunAsync("create unique index by_lower on \"o dd\" (lower(x))");
        await Database.RunAsync("insert into t (id, a, b) values (1, 'a', 'b')");
        await Database.RunAsync("insert into \"o dd\" (id, x) values (1, 'x')");

        var unique = await Should.ThrowAsync<UniqueViolationException>(async () => await Database.RunAsync("insert into t (a, b) values ('a', 'b')"));
        (unique.Violation.Table, unique.Code, unique.CanRetry).ShouldBe(("t", "DWL4001", false));
        unique.Violation.Columns.ShouldBe(["a", "b"]);
        unique.InnerException.ShouldBeOfType<SqliteException>().SqliteExtendedErrorCode.ShouldBe(2067);
        var key = await Should.ThrowAsync<UniqueViolationException>(async () => await Database.RunAsync("insert into t (id) values (1)"));
        key.Violation.Columns.ShouldBe(["id"]);
        var index = await Should.ThrowAsync<UniqueViolationException>(async () => await Database.RunAsync("insert into \"o dd\" (x) values ('X')"));
        index.Violation.Constraint.ShouldBe("by_lower");
        var check = await Should.ThrowAsync<CheckViolationException>(async () => await Database.RunAsync("insert into \"o dd\" (x) values ('long')"));
        (check.Violation.Constraint, check.Code).ShouldBe(("short", "DWL4003"));
        var required = await Should.ThrowAsync<NotNullViolationException>(async () => await Database.RunAsync("insert into \"o dd\" (x) values (null)"));
        (required.Violation.Table, required.Code).ShouldBe(("o dd", "DWL4004"));
        required.Violation.Columns.ShouldBe(["x"]);
        await Should.ThrowAsync<ForeignKeyViolationException>(async () => await Database.RunAsync("insert into \"o dd\" (x, t_id) values ('y', 99)"));
        var refused = await Should.ThrowAsync<StatementRefusedException>(async () => await Database.RunAsync("delete from nowhere"));
        (refused.Code, refused.EngineCode).ShouldBe(("DWL4012", "1"));
    }

    [Fact]
    public async Task Other_code_that_closes_the_connection_leaves_it_open()
    {
        for (var i = 0; i < 3; i++)
        {
            await using (var transaction = await Database.BeginAsync(cancellationToken: Token))
            {
                await transaction.RunAsync("insert into t (id) values (1)");
                await transaction.Connection.CloseAsync();
                await transaction.Connection.DisposeAsync();
                (await transaction.AskAsync<long>("select count(*) from t where id = 1")).ShouldBe(1);
            }

            await Database.RunAsync("insert into t (id) values (?1)", 10 + i);
        }

        (await Database.ListAsync<long>("select id from t order by id")).ShouldBe([10, 11, 12]);
        await using var last = await Database.BeginAsync(cancellationToken: Token);
        using var command = last.Connection.CreateCommand();
        command.CommandText = "select count(*) from t";
        command.ExecuteScalar().ShouldBe(3L);
    }

    [Fact]
    public async Task A_transaction_that_is_disposed_of_while_its_stream_works_gives_its_connection_back()
    {
        var transaction = await Database.BeginAsync(cancellationToken: Token);
        var rows = transaction.StreamAsync<TestQuery<long>, long>(new("with recursive n(i) as (select 1 union all select i + 1 from n limit 3000000) select count(*) from n"), Token)
            .GetAsyncEnumerator(Token);
        var moving = Task.Run(() => rows.MoveNextAsync().AsTask(), Token);
        await Task.Delay(50, Token);

        await transaction.DisposeAsync();

        await Record.ExceptionAsync(() => moving);
        await rows.DisposeAsync();
        (await Database.RunAsync("insert into t (id) values (1)")).ShouldBe(1);
    }
}
