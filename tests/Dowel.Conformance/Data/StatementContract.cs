using Dowel.Data;

namespace Dowel.Conformance;

public abstract class StatementContract(Engine engine) : DataContract(engine)
{
    [Fact]
    public async Task A_statement_tells_how_many_rows_it_touched()
    {
        (await Data.DoAsync("insert into notes values (1, 'a'), (2, 'b'), (3, 'b')")).ShouldBe(3);
        (await Data.DoAsync("update notes set body = ?1 where body = ?2", "c", "b")).ShouldBe(2);
        (await Data.DoAsync("delete from notes where id = ?1", 9L)).ShouldBe(0);
        (await Data.DoAsync("delete from notes")).ShouldBe(3);
        (await Data.DoAsync("create table other (id bigint)")).ShouldBe(0);
        (await Data.DoAsync("insert into other values (1) returning id")).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_row_is_read_and_no_row_is_null()
    {
        await NoteAsync(2, 1);

        (await Data.FirstAsync<long>("select id from notes order by id")).ShouldBe(1);
        (await Data.FirstAsync<Note>("select id, body from notes where id = ?1", 2L)).ShouldBe(new(2, "n"));
        (await Data.FirstAsync<long?>("select id from notes where id = ?1", 9L)).ShouldBeNull();
        (await Data.FirstAsync<string>("select body from notes where id = ?1", 9L)).ShouldBeNull();
        (await Data.FirstAsync<long>("select id from notes where id = ?1", 9L)).ShouldBe(0);
    }

    [Fact]
    public async Task The_row_that_must_be_there_is_missed()
    {
        await NoteAsync(1);

        (await Data.OneAsync<string>("select body from notes")).ShouldBe("n");
        var error = await Should.ThrowAsync<NoRowException>(() => Data.OneAsync<string>("select body from notes where id = ?1", 9L).AsTask());

        (error.Code, error.CanRetry).ShouldBe(("DWL4015", false));
        error.Message.ShouldContain("Tests.RunAsync");
    }

    [Fact]
    public async Task Rows_come_as_a_list_in_their_order()
    {
        (await Data.AllAsync<long>("select id from notes")).ShouldBeEmpty();
        await NoteAsync(3, 1, 2);

        (await Data.AllAsync<long>("select id from notes where id >= ?1 order by id desc", 2L)).ShouldBe([3, 2]);
        (await Data.AllAsync<Note>("select id, body from notes order by id")).ShouldBe([new(1, "n"), new(2, "n"), new(3, "n")]);
    }

    [Fact]
    public async Task What_a_statement_returns_is_kept()
    {
        (await Data.OneAsync<long>("insert into notes values (?1, 'a') returning id", 7L)).ShouldBe(7);
        (await Data.AllAsync<string>("update notes set body = body || 'b' returning body")).ShouldBe(["ab"]);
        (await Data.FirstAsync<long?>("delete from notes where id = ?1 returning id", 7L)).ShouldBe(7);

        (await NotesAsync()).ShouldBe("");
    }

    // The first row alone is read, but all of them are changed.
    [Fact]
    public async Task A_statement_is_done_whole_when_only_its_first_row_is_read()
    {
        await NoteAsync(1, 2, 3);

        await Data.FirstAsync<string>("update notes set body = 'x' returning body");

        (await Data.OneAsync<long>("select count(*) from notes where body = 'x'")).ShouldBe(3);
    }

    [Fact]
    public async Task A_parameter_may_stand_in_several_places()
    {
        (await Data.OneAsync<long>("select count(*) from (select 1 as one) s where ?1 = ?1 and ?2 <> ?1", "a", "b")).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_can_be_sent_again_with_other_values()
    {
        await NoteAsync(1, 2, 3, 4, 5);

        foreach (var id in new long[] { 1, 5, 3, 9, 1 })
        {
            (await Data.FirstAsync<long>("select id from notes where id = ?1", id)).ShouldBe(id == 9 ? 0 : id);
        }
    }

    [Fact]
    public async Task A_prepared_statement_outlives_a_change_of_the_schema()
    {
        await NoteAsync(1);
        (await Data.OneAsync<Note>("select * from notes")).ShouldBe(new(1, "n"));

        await Target.ExecuteAsync("alter table notes add column more text");

        (await Data.OneAsync<Note>("select * from notes")).ShouldBe(new(1, "n"));
        (await Data.DoAsync("insert into notes (id, body) values (?1, ?2)", 2L, "m")).ShouldBe(1);
    }

    [Fact]
    public async Task Many_callers_are_served_at_once()
    {
        await NoteAsync([.. Enumerable.Range(1, 50).Select(i => (long)i)]);

        var found = await Task.WhenAll(Enumerable.Range(1, 500).Select(i => Task.Run(
            async () => await Data.OneAsync<long>("select id from notes where id = ?1", (i % 50) + 1L), Cancellation)));

        found.Sum().ShouldBe(Enumerable.Range(1, 500).Sum(i => (i % 50) + 1));
    }
}

public sealed class SqliteStatements() : StatementContract(Engine.Sqlite);

public sealed class PostgresStatements() : StatementContract(Engine.Postgres);
