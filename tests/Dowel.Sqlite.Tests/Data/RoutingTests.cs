using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

public sealed class RoutingTests : DataTest
{
    [Fact]
    public async Task What_reads_runs_beside_a_writer_and_sees_what_is_committed()
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (a) values ('x')");
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
        (await transaction.AskAsync<long>("select count(*) from t")).ShouldBe(1);
        await transaction.CommitAsync(Token);
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(1);
    }

    [Fact]
    public async Task What_writes_is_known_by_the_engine_and_not_by_its_first_word()
    {
        (await Database.AskAsync<long>("with x as (select 7 as n) insert into t (n) select n from x returning n")).ShouldBe(7);
        (await Database.AskAsync<long>("/* insert */ select n from t")).ShouldBe(7);
        (await Database.RunAsync("select n from t")).ShouldBe(0);
    }

    [Fact]
    public async Task Rows_are_counted_for_what_changes_rows_alone()
    {
        (await Database.RunAsync("insert into t (a) values ('x'), ('y')")).ShouldBe(2);
        (await Database.RunAsync("create index i on t (n)")).ShouldBe(0);
        (await Database.RunAsync("update t set n = 1")).ShouldBe(2);
        (await Database.RunAsync("delete from t where n = 3")).ShouldBe(0);
        (await Database.RunAsync("insert into t (id) values (1) on conflict do nothing")).ShouldBe(0);
    }

    [Fact]
    public async Task A_transaction_that_reads_sees_one_state_and_refuses_writes()
    {
        await using var reader = await Database.BeginAsync(TransactionOptions.ReadOnly, Token);
        (await reader.AskAsync<long>("select count(*) from t")).ShouldBe(0);
        await Database.RunAsync("insert into t (a) values ('x')");
        (await reader.AskAsync<long>("select count(*) from t")).ShouldBe(0);
        var error = await Should.ThrowAsync<StatementRefusedException>(async () => await reader.RunAsync("delete from t"));
        error.EngineCode.ShouldBe("8");
    }

    [Fact]
    public async Task More_readers_than_there_may_be_wait_for_one_another()
    {
        var database = Folder.Open(new() { ReadersMax = 2, QueueTimeout = TimeSpan.FromMilliseconds(50) });
        await using var first = await database.BeginAsync(TransactionOptions.ReadOnly, Token);
        var second = await database.BeginAsync(TransactionOptions.ReadOnly, Token);
        await Should.ThrowAsync<DatabaseBusyException>(async () => await database.AskAsync<long>("select 1"));
        var waiting = database.AskAsync<long>("select 1");
        waiting.IsCompleted.ShouldBeFalse();
        await second.DisposeAsync();
        (await waiting).ShouldBe(1);
    }

    [Fact]
    public async Task Statements_survive_a_change_of_the_schema()
    {
        await Database.RunAsync("insert into t (a) values ('x')");
        (await Database.AskAsync<string>("select a from t")).ShouldBe("x");
        await Database.RunAsync("alter table t add column c text default 'c'");
        (await Database.AskAsync<string>("select a from t")).ShouldBe("x");
        using (var other = Folder.OpenOther())
        {
            DataFolder.Run(other, "alter table t rename column b to z");
        }

        (await Database.RunAsync("insert into t (a) values ('y')")).ShouldBe(1);
        (await Database.ListAsync<string>("select a from t")).ShouldBe(["x", "y"]);
        await Database.RunAsync("alter table t drop column n");
        (await Database.ListAsync<string>("select a from t")).ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task A_text_with_two_statements_or_too_few_values_is_refused()
    {
        await Should.ThrowAsync<InvalidOperationException>(async () => await Database.RunAsync("delete from t; delete from t"));
        await Should.ThrowAsync<InvalidOperationException>(async () => await Database.RunAsync("-- nothing"));
        await Should.ThrowAsync<InvalidOperationException>(async () => await Database.RunAsync("delete from t where id = ?1 and n = ?2", 1L));
        (await Database.RunAsync("delete from t; -- and a comment")).ShouldBe(0);
    }

    [Fact]
    public async Task Upserts_say_what_they_did()
    {
        const string Insert = "insert into t (id, a) values (?1, ?2) on conflict (id) do nothing";
        const string Update = "update t set a = ?2 where id = ?1 and a <> 'fixed'";
        foreach (var (text, expected) in ((string, UpsertResult)[])
            [("x", UpsertResult.Inserted), ("fixed", UpsertResult.Updated), ("y", UpsertResult.Unchanged)])
        {
            (await Database.UpsertAsync(new TestUpsert(Insert, Update, 1, text), Token)).ShouldBe(expected);
        }

        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        (await transaction.UpsertAsync(new TestUpsert(Insert, Update, 2, "x"), Token)).ShouldBe(UpsertResult.Inserted);
        (await transaction.UpsertAsync(new TestUpsert(Insert, "update t set a = 'z' where id = ?1", 2, "x"), Token)).ShouldBe(UpsertResult.Updated);
    }

    [Fact]
    public async Task Many_are_inserted_all_or_none()
    {
        const string Insert = "insert into t (id, n, a) values (?1, ?1, ?2)";
        (await Database.ExecuteManyAsync(new TestMany(Insert, "x"), [1L, 2L, 3L], Token)).ShouldBe(3);
        (await Database.ExecuteManyAsync(new TestMany(Insert, "x"), (long[])[], Token)).ShouldBe(0);
        await Should.ThrowAsync<UniqueViolationException>(async () => await Database.ExecuteManyAsync(new TestMany(Insert, "x"), [4L, 5L, 3L], Token));
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(3);

        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("delete from t where id = 1");
        await Should.ThrowAsync<ArgumentException>(() => transaction.TransactAsync(
            (part, _) => part.ExecuteManyAsync(new TestMany(Insert, "\0"), [7L], Token).AsTask(), cancellationToken: Token));
        (await transaction.ExecuteManyAsync(new TestMany(Insert, "x"), [4L, 5L], Token)).ShouldBe(2);
        await transaction.CommitAsync(Token);
        (await Database.ListAsync<long>("select id from t order by id")).ShouldBe([2, 3, 4, 5]);
    }
}
