using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Lists in pages, by statements as the generator writes them.</summary>
public abstract class PageContract(Engine engine) : DataContract(engine)
{
    private const string List = "Tests.ListAsync";

    [Fact]
    public async Task Pages_by_offset_cover_a_list()
    {
        await Data.PutAsync("notes", Enumerable.Repeat("n", 25));
        var seen = new List<long>();
        var request = new PageRequest(10) { CountTotal = true };
        for (bool more = true; more; request = request.Offset == 0 ? new(10, 10) : new(10, request.Offset + 10))
        {
            var page = request.ToPage(
                await Data.AllAsync<long>("select id from notes order by id limit ?1 offset ?2", request.Limit + 1L, request.Offset),
                request.CountTotal ? await Data.OneAsync<long>("select count(*) from notes") : null);
            seen.AddRange(page.Items);
            page.Total.ShouldBe(request.Offset == 0 ? 25 : null);
            more = page.HasMore;
        }

        seen.ShouldBe(Enumerable.Range(0, 25).Select(i => (long)i));
    }

    [Fact]
    public async Task Pages_by_cursor_cover_a_list_with_equal_values()
    {
        await Data.PutAsync("notes", Enumerable.Range(0, 100).Select(i => $"{i % 7}"));
        var expected = await Data.AllAsync<long>("select id from notes order by body, id");
        foreach (var limit in new[] { 1, 3, 10, 100, 101 })
        {
            (await WalkAsync(limit)).Select(note => note.Id).ShouldBe(expected, $"{limit}");
        }
    }

    // Rows come and go on both sides of the place; those that stay are each seen once.
    [Fact]
    public async Task Pages_by_cursor_miss_nothing_while_others_write()
    {
        await Data.PutAsync("notes", Enumerable.Range(0, 400).Select(i => $"{i % 5}"));
        using var end = new CancellationTokenSource();
        var writes = Task.Run(
            async () =>
            {
                for (var i = 1000L; !end.IsCancellationRequested; i++)
                {
                    await Data.DoAsync("insert into notes values (?1, ?2)", i, $"{i % 5}");
                    await Data.DoAsync("delete from notes where id = ?1", i - 3);
                }
            },
            Cancellation);

        for (var round = 0; round < 5; round++)
        {
            var seen = (await WalkAsync(7)).Select(note => note.Id).ToList();
            seen.ShouldBeUnique();
            seen.Where(id => id < 400).Order().ShouldBe(Enumerable.Range(0, 400).Select(i => (long)i));
        }

        await end.CancelAsync();
        await writes;
    }

    private async Task<List<Note>> WalkAsync(int limit)
    {
        var notes = new List<Note>();
        var request = new CursorRequest(limit);
        while (true)
        {
            var page = await ReadAsync(request);
            notes.AddRange(page.Items);
            if (page.Next is null)
            {
                return notes;
            }

            request = new(limit, page.Next);
        }
    }

    private async Task<CursorPage<Note>> ReadAsync(CursorRequest request)
    {
        var rows = request.After is { } after ? await AfterAsync(CursorRow.Parse(after, List, 2), request.Limit) : await Data.AllAsync<Note>(
            "select id, body from notes order by body, id limit ?1", request.Limit + 1L);
        if (rows.Count <= request.Limit)
        {
            return new(rows, Next: null);
        }

        rows.RemoveAt(request.Limit);
        var writer = new CursorWriter(List);
        writer.Write(rows[^1].Body);
        writer.Write(rows[^1].Id);
        return new(rows, writer.ToText());
    }

    private ValueTask<List<Note>> AfterAsync(CursorRow place, int limit) => Data.AllAsync<Note>(
        "select id, body from notes where (body, id) > (?1, ?2) order by body, id limit ?3", place.GetString(0), place.GetInt64(1), limit + 1L);
}

public sealed class SqlitePages() : PageContract(Engine.Sqlite);

public sealed class PostgresPages() : PageContract(Engine.Postgres);
