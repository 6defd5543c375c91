using Dowel.Data;
using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>What generated repositories do, the same on every engine.</summary>
public abstract class GeneratedContract(Engine engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase _target = null!;
    private Database _data = null!;

    private protected virtual string Tables(Dialect dialect) => RepositorySchema.Of(dialect);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _target = await engine.CreateAsync();
        await _target.ExecuteAsync(Tables(engine.Dialect));
        _data = _target.OpenData();
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Everything_comes_back_as_it_was()
    {
        var rows = new EverythingRepository(_data);
        await rows.InsertAsync(EverythingSamples.Full(1), Cancellation);
        await rows.InsertManyAsync([EverythingSamples.Least(2), EverythingSamples.Full(3)], Cancellation);
        (await rows.UpsertAsync(EverythingSamples.Full(2), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await rows.UpsertAsync(EverythingSamples.Least(4), Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await rows.UpdateAsync(EverythingSamples.Least(3), Cancellation)).ShouldBeTrue();
        (await rows.UpsertManyAsync([EverythingSamples.Full(4), EverythingSamples.Least(5)], Cancellation)).ShouldBe(2);

        foreach (var expected in new[] { EverythingSamples.Full(1), EverythingSamples.Full(2), EverythingSamples.Least(3), EverythingSamples.Full(4), EverythingSamples.Least(5) })
        {
            var found = (await rows.FindAsync(expected.Key, Cancellation)).ShouldNotBeNull();
            foreach (var property in typeof(Everything).GetProperties())
            {
                Plain(property.GetValue(found)).ShouldBeEquivalentTo(Plain(property.GetValue(expected)), property.Name);
            }
        }
    }

    [Fact]
    public async Task Milliseconds_where_seconds_should_be_are_an_unexpected_value()
    {
        var players = new PlayerRepository(_data);
        var ada = await players.InsertAsync(new(default, "Ada", Noon, null), Cancellation);
        await _target.ExecuteAsync("update players set joined_at = 1763726400000000");

        var error = await Should.ThrowAsync<UnexpectedValueException>(() => players.FindAsync(ada.Id, Cancellation).AsTask());

        (error.Code, error.Ordinal).ShouldBe(("DWL4013", 2));
    }

    [Fact]
    public async Task The_database_makes_an_identity()
    {
        var players = new PlayerRepository(_data);

        var ada = await players.InsertAsync(new(default, "Ada", Noon, Shade.Pale), Cancellation);
        var bob = await players.InsertAsync(new(default, "Bob", Noon, null), Cancellation);

        bob.Id.Value.ShouldBeGreaterThan(ada.Id.Value);
        (await players.FindAsync(bob.Id, Cancellation)).ShouldBe(bob);
        (await players.FindByNameAsync("Ada", Cancellation)).ShouldBe(ada);
        (await players.FindByNameAsync("ada", Cancellation)).ShouldBeNull();
        (await players.ExistsAsync(ada.Id, Cancellation)).ShouldBeTrue();
        (await players.CountAsync(Cancellation)).ShouldBe(2);
        await Should.ThrowAsync<UniqueViolationException>(async () => await players.InsertAsync(ada, Cancellation));
    }

    [Fact]
    public async Task An_update_leaves_alone_what_is_only_inserted()
    {
        var players = new PlayerRepository(_data);
        var ada = await players.InsertAsync(new(default, "Ada", Noon, null), Cancellation);

        (await players.UpdateAsync(ada with { Name = "Ada L.", JoinedAt = Noon.AddDays(1) }, Cancellation)).ShouldBeTrue();
        (await players.UpdateAsync(ada with { Id = new(99) }, Cancellation)).ShouldBeFalse();

        (await players.FindAsync(ada.Id, Cancellation)).ShouldBe(ada with { Name = "Ada L." });
        (await players.DeleteAsync(ada.Id, Cancellation)).ShouldBeTrue();
        (await players.DeleteAsync(ada.Id, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_is_empty_is_made()
    {
        var articles = new ArticleRepository(_data);

        var made = await articles.InsertAsync(new(Guid.Empty, 1, "a", "me", null, 1, null), Cancellation);
        var given = await articles.InsertAsync(new(Guid.AllBitsSet, 1, "b", "me", null, 1, null), Cancellation);

        made.Id.Version.ShouldBe(7);
        given.Id.ShouldBe(Guid.AllBitsSet);
        (await articles.FindByShelfAndPathAsync(1, "a", Cancellation)).ShouldBe(made);
        (await articles.InsertManyAsync([made with { Id = Guid.Empty, Path = "c" }, made with { Id = Guid.Empty, Path = "d" }], Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task An_update_knows_the_version()
    {
        var articles = new ArticleRepository(_data);
        var first = await articles.InsertAsync(new(Guid.Empty, 1, "a", "me", null, 1, null), Cancellation);

        var second = (await articles.UpdateAsync(first with { Text = "mine" }, Cancellation)).ShouldNotBeNull();
        var late = await articles.UpdateAsync(first with { Text = "theirs" }, Cancellation);

        second.Revision.ShouldBe(2);
        late.ShouldBeNull();
        (await articles.FindAsync(first.Id, Cancellation)).ShouldBe(second);
    }

    [Fact]
    public async Task An_upsert_tells_what_it_did()
    {
        var articles = new ArticleRepository(_data);
        var article = new Article(Guid.Empty, 1, "a", "me", "one", 1, Noon);

        (await articles.UpsertAsync(article, Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await articles.UpsertAsync(article with { Author = "you", Text = "two" }, Cancellation)).ShouldBe(UpsertResult.Updated);
        (await articles.UpsertAsync(article with { Text = "old", ChangedAt = Noon.AddDays(-1) }, Cancellation)).ShouldBe(UpsertResult.Unchanged);

        var found = (await articles.FindByShelfAndPathAsync(1, "a", Cancellation)).ShouldNotBeNull();
        (found.Author, found.Text, found.Revision, found.Id.Version).ShouldBe(("me", "two", 2, 7));
    }

    [Fact]
    public async Task Of_equal_keys_in_one_call_the_last_counts()
    {
        var articles = new ArticleRepository(_data);
        var article = new Article(Guid.Empty, 1, "a", "me", "one", 1, Noon);
        await articles.UpsertAsync(article, Cancellation);

        var changed = await articles.UpsertManyAsync(
            [article with { Text = "lost", ChangedAt = Noon.AddDays(2) }, article with { Path = "b" }, article with { Text = "kept", ChangedAt = Noon.AddDays(1) }],
            Cancellation);

        changed.ShouldBe(2);
        (await articles.FindByShelfAndPathAsync(1, "a", Cancellation)).ShouldNotBeNull().Text.ShouldBe("kept");
        (await articles.CountAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_is_nothing_but_its_key_is_granted_once()
    {
        var grants = new GrantRepository(_data);

        (await grants.UpsertAsync(new(1, "x"), Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await grants.UpsertAsync(new(1, "x"), Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await grants.UpsertManyAsync([new(1, "x"), new(1, "y"), new(1, "y")], Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_struct_with_a_key_of_two_columns_and_odd_names()
    {
        var lines = new LineRepository(_data);
        await lines.InsertManyAsync([new(1, 1, 1.10m, 3), new(1, 2, 2.25m, 1)], Cancellation);

        (await lines.FindAsync(1, 2, Cancellation)).ShouldBe(new Line(1, 2, 2.25m, 1));
        (await lines.FindAsync(1, 3, Cancellation)).ShouldBeNull();
        (await lines.UpsertAsync(new(1, 2, 9.99m, 2), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await lines.ListAsync(new PageRequest(10) { CountTotal = true }, Cancellation)).Items.ShouldBe([new(1, 1, 1.10m, 3), new(1, 2, 9.99m, 2)]);
    }

    [Fact]
    public async Task A_table_without_a_key_and_with_arrays()
    {
        var readings = new ReadingRepository(_data);
        await readings.InsertManyAsync([new(Noon.AddHours(1), [], []), new(Noon, [1, -1], ["a", "ü"])], Cancellation);

        var page = await readings.ListAsync(new PageRequest(1), Cancellation);

        var first = page.Items.ShouldHaveSingleItem();
        first.Values.ShouldBe([1, -1]);
        first.Tags.ShouldBe(["a", "ü"]);
        page.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task An_array_that_is_null()
    {
        var readings = new ReadingRepository(_data);

        await readings.InsertAsync(new(Noon, [1], null), Cancellation);

        (await readings.ListAsync(new PageRequest(1), Cancellation)).Items.ShouldHaveSingleItem().Tags.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_go_on_where_they_stopped_whatever_is_null()
    {
        var articles = new ArticleRepository(_data);
        var all = Enumerable.Range(0, 60).Select(i => new Article(
            Guid.Empty, i, $"{(char)('a' + (i % 3))}{(i % 2 == 0 ? "Z" : "é")}", "me", null, 1, i % 4 == 0 ? null : Noon.AddDays(i % 5))).ToList();
        await articles.InsertManyAsync(all, Cancellation);
        var streamed = await articles.StreamAsync(Cancellation).ToListAsync(Cancellation);
        streamed.Select(article => (article.ChangedAt, article.Path)).ShouldBe(all
            .OrderByDescending(article => article.ChangedAt ?? DateTimeOffset.MaxValue).ThenBy(article => article.Path, StringComparer.Ordinal)
            .Select(article => (article.ChangedAt, article.Path)));

        var paged = new List<Article>();
        for (var after = (string?)null; ;)
        {
            var page = await articles.ListAsync(new CursorRequest(7, after), Cancellation);
            paged.AddRange(page.Items);
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        paged.ShouldBe(streamed);
        (await articles.ListAsync(new PageRequest(50, 20), Cancellation)).Items.ShouldBe(streamed.Skip(20));
    }

    [Fact]
    public async Task A_list_that_rises_ends_with_what_is_null()
    {
        var players = new PlayerRepository(_data);
        await players.InsertManyAsync(
            Enumerable.Range(0, 30).Select(i => new Player(default, $"p{i:00}", Noon, i % 3 == 0 ? null : i % 3 == 1 ? Shade.Pale : Shade.PitchBlack)).ToList(), Cancellation);
        var expected = (await players.StreamAsync(Cancellation).ToListAsync(Cancellation)).Select(player => player.Name).ToList();
        expected[..2].ShouldBe(["p28", "p25"]);
        expected[^1].ShouldBe("p00");

        var names = new List<string>();
        for (var page = await players.ListAsync(new CursorRequest(4), Cancellation); ; page = await players.ListAsync(new CursorRequest(4, page.Next), Cancellation))
        {
            names.AddRange(page.Items.Select(player => player.Name));
            if (page.Next is null)
            {
                break;
            }
        }

        names.ShouldBe(expected);
        await Should.ThrowAsync<InvalidCursorException>(async () => await players.ListAsync(new CursorRequest(4, "nonsense"), Cancellation));
    }

    [Fact]
    public async Task A_repository_joins_a_transaction()
    {
        var grants = new GrantRepository(_data);

        await Should.ThrowAsync<InvalidOperationException>(() => _data.TransactAsync(
            async (transaction, token) =>
            {
                await grants.In(transaction).InsertAsync(new(1, "x"), token);
                throw new InvalidOperationException("no");
            },
            cancellationToken: Cancellation));

        (await grants.CountAsync(Cancellation)).ShouldBe(0);
    }

    private static object? Plain(object? value) => value is ReadOnlyMemory<byte> memory ? memory.ToArray() : value;
}

public sealed class SqliteGenerated() : GeneratedContract(Engine.Sqlite);

public sealed class PostgresGenerated() : GeneratedContract(Engine.Postgres);

public sealed class SqliteGeneratedOnRecordTables() : GeneratedContract(Engine.Sqlite)
{
    private protected override string Tables(Dialect dialect) => RecordTables.Of(dialect);
}

public sealed class PostgresGeneratedOnRecordTables() : GeneratedContract(Engine.Postgres)
{
    private protected override string Tables(Dialect dialect) => RecordTables.Of(dialect);
}
