using System.Diagnostics;
using Dowel.Data;
using Dowel.Migrations;

namespace Dowel.Testing.Tests;

public abstract class TestDatabaseContract(DatabaseEngine engine)
{
    private static readonly AssemblySource Scripts = new(typeof(Note).Assembly);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_has_what_the_scripts_made()
    {
        await using var test = await CreateAsync();

        test.Engine.ShouldBe(engine);
        test.Database.Engine.ShouldBe(engine);
        (await new NoteRepository(test.Database).ListAsync(new PageRequest(9), Cancellation)).Items.ShouldHaveSingleItem().Text.ShouldBe("the first");
    }

    [Fact]
    public async Task What_one_test_writes_another_does_not_see()
    {
        await using var one = await CreateAsync();
        await using var other = await CreateAsync();

        await new NoteRepository(one.Database).InsertAsync(new(0, "mine"), Cancellation);

        one.ConnectionString.ShouldNotBe(other.ConnectionString);
        (await new NoteRepository(one.Database).CountAsync(Cancellation)).ShouldBe(2);
        (await new NoteRepository(other.Database).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_gone_when_it_is_disposed_of_whoever_uses_it()
    {
        var test = await CreateAsync();
        await using var other = Open(test.ConnectionString);
        (await new NoteRepository(other).CountAsync(Cancellation)).ShouldBe(1);

        await test.DisposeAsync();
        await test.DisposeAsync();

        await using var late = Open(test.ConnectionString + (engine == DatabaseEngine.Sqlite ? ";Mode=ReadWrite" : ""));
        (await late.CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_at_once_are_apart()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(
            async () =>
            {
                await using var test = await CreateAsync();
                var notes = new NoteRepository(test.Database);
                for (var i = 0; i < n; i++)
                {
                    await notes.InsertAsync(new(0, $"{n}"), Cancellation);
                }

                return await notes.CountAsync(Cancellation);
            },
            Cancellation)));

        counts.ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
    }

    [Fact]
    public async Task Scripts_that_fail_say_so_each_time()
    {
        using var folder = new ScratchFolder(("001_broken.sql", "create table t (n integer); select * from nowhere;"));

        for (var i = 0; i < 2; i++)
        {
            (await Should.ThrowAsync<DowelException>(() => TestDatabase.CreateAsync(engine, new FolderSource(folder.Path), null, Cancellation)))
                .Message.ShouldContain("nowhere");
        }
    }

    [Fact]
    public async Task An_edited_script_makes_another_template()
    {
        using var folder = new ScratchFolder(("001_a.sql", "create table notes (id integer primary key, text text)"));
        await using var first = await TestDatabase.CreateAsync(engine, new FolderSource(folder.Path), null, Cancellation);
        folder.Write("001_a.sql", "create table notes (id integer primary key, text text); insert into notes values (1, 'edited')");

        await using var second = await TestDatabase.CreateAsync(engine, new FolderSource(folder.Path), null, Cancellation);

        (await new NoteRepository(first.Database).CountAsync(Cancellation)).ShouldBe(0);
        (await new NoteRepository(second.Database).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task History_and_schema_are_those_of_the_options()
    {
        await using var test = await TestDatabase.CreateAsync(
            engine, Scripts, new() { HistoryTable = "books", Schema = engine == DatabaseEngine.Postgres ? "shop" : null }, Cancellation);

        (await new NoteRepository(test.Database).CountAsync(Cancellation)).ShouldBe(1);
        await using var transaction = await test.Database.BeginAsync(cancellationToken: Cancellation);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.DbTransaction;
        command.CommandText = engine == DatabaseEngine.Postgres ? "select count(*) from shop.books" : "select count(*) from books";
        Convert.ToInt32(await command.ExecuteScalarAsync(Cancellation), provider: null).ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_stops_the_wait() =>
        await Should.ThrowAsync<OperationCanceledException>(() => TestDatabase.CreateAsync(engine, Scripts, null, new(canceled: true)));

    // Told, not judged: the machine may be busy.
    [Fact]
    public async Task It_tells_how_long_one_takes()
    {
        await using (await CreateAsync())
        {
        }

        var times = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using (await CreateAsync())
            {
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.SendDiagnosticMessage($"{engine}: made and taken away in {times[times.Count / 2]:0.0} ms (median of {times.Count})");
    }

    private static Database Open(string connectionString) => connectionString.StartsWith("Data Source", StringComparison.Ordinal)
        ? Sqlite.SqliteDatabase.Open(connectionString)
        : Postgres.PostgresDatabase.Open(connectionString);

    private Task<TestDatabase> CreateAsync() => TestDatabase.CreateAsync(engine, Scripts, null, Cancellation);
}

public sealed class SqliteTestDatabase() : TestDatabaseContract(DatabaseEngine.Sqlite);

public sealed class PostgresTestDatabase() : TestDatabaseContract(DatabaseEngine.Postgres);
