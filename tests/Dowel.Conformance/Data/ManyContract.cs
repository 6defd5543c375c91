using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Many rows at once, and rows that may be there already.</summary>
public abstract class ManyContract(Engine engine) : DataContract(engine)
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(999, true)]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(9999, false)]
    [InlineData(10_000, true)]
    [InlineData(10_000, false)]
    [InlineData(10_001, false)]
    [InlineData(20_000, false)]
    public async Task All_items_are_kept(int count, bool mayCopy)
    {
        (await Data.PutAsync("notes", Bodies(count), mayCopy)).ShouldBe(count);

        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(count);
        (await Data.OneAsync<long>("select count(*) from notes where body = 'body ' || id")).ShouldBe(count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_one_item_fails_none_is_kept(bool mayCopy)
    {
        await NoteAsync(5000);

        var error = await Should.ThrowAsync<UniqueViolationException>(() => Data.PutAsync("notes", Bodies(10_000), mayCopy).AsTask());

        error.Violation.Table.ShouldBe("notes");
        (await NotesAsync()).ShouldBe("5000");
        (await Data.DoAsync("insert into notes values (1, 'a')")).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_belong_to_the_transaction_around_them(bool mayCopy)
    {
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.PutAsync("notes", Bodies(6000), mayCopy);
            (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(6000);
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_that_fail_spoil_the_transaction_around_them(bool mayCopy)
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await transaction.DoAsync("insert into notes values (3000, 'a')");
        await Should.ThrowAsync<UniqueViolationException>(() => transaction.PutAsync("notes", Bodies(6000), mayCopy).AsTask());

        await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.CommitAsync(Cancellation).AsTask());

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Items_that_fail_behind_a_savepoint_spoil_nothing()
    {
        await Data.TransactAsync(
            async (transaction, token) =>
            {
                await transaction.DoAsync("insert into notes values (3, 'a')");
                await Should.ThrowAsync<UniqueViolationException>(
                    () => transaction.TransactAsync(async (inner, _) => await inner.PutAsync("notes", Bodies(6)), cancellationToken: token));
            },
            cancellationToken: Cancellation);

        (await NotesAsync()).ShouldBe("3");
    }

    [Fact]
    public async Task Shared_values_go_with_every_item()
    {
        (await Data.ExecuteManyAsync(new Share("a"), [1L, 2L, 3L], Cancellation)).ShouldBe(3);
        (await Data.ExecuteManyAsync(new Share("b"), [3L, 4L], Cancellation)).ShouldBe(2);
        (await Data.ExecuteManyAsync(new Share("c"), (long[])[], Cancellation)).ShouldBe(0);

        (await Target.QueryAsync("select id, body from notes order by id")).ShouldBe("1|a,2|a,3|b,4|b");
    }

    [Fact]
    public async Task An_upsert_says_what_it_did()
    {
        (await Data.UpsertAsync(new Save(new(1, "a")), Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await Data.UpsertAsync(new Save(new(1, "b")), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await Data.UpsertAsync(new Save(new(1, "b")), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await Data.UpsertAsync(new Save(new(1, "locked")), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await Data.UpsertAsync(new Save(new(1, "c")), Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await Data.UpsertAsync(new Save(new(2, "c")), Cancellation)).ShouldBe(UpsertResult.Inserted);

        (await Target.QueryAsync("select id, body from notes order by id")).ShouldBe("1|locked,2|c");
    }

    [Fact]
    public async Task An_upsert_belongs_to_the_transaction_around_it()
    {
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            (await transaction.UpsertAsync(new Save(new(1, "a")), Cancellation)).ShouldBe(UpsertResult.Inserted);
            (await transaction.UpsertAsync(new Save(new(1, "b")), Cancellation)).ShouldBe(UpsertResult.Updated);
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Upserts_of_one_row_at_once_insert_it_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await Data.UpsertAsync(new Save(new(1, $"{i}")), Cancellation), Cancellation)));

        results.Count(result => result == UpsertResult.Inserted).ShouldBe(1);
        results.Count(result => result == UpsertResult.Updated).ShouldBe(19);
    }

    private static IEnumerable<string> Bodies(int count) => Enumerable.Range(0, count).Select(i => $"body {i}");
}

public sealed class SqliteMany() : ManyContract(Engine.Sqlite);

public sealed class PostgresMany() : ManyContract(Engine.Postgres);
