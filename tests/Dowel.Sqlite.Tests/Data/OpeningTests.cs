using System.Diagnostics;
using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

public sealed class OpeningTests : DataTest
{
    [Fact]
    public async Task Connections_are_set_up_once_and_for_all()
    {
        (await Database.AskAsync<string>("select journal_mode from pragma_journal_mode")).ShouldBe("wal");
        foreach (var session in (Session[])[Database, await Database.BeginAsync(cancellationToken: Token)])
        {
            (await session.AskAsync<long>("select foreign_keys from pragma_foreign_keys")).ShouldBe(1);
            (await session.AskAsync<long>("select synchronous from pragma_synchronous")).ShouldBe(1);
            (await session.AskAsync<long>("select query_only from pragma_query_only")).ShouldBe(session is Transaction ? 0 : 1);
        }
    }

    [Fact]
    public async Task A_database_says_what_it_is()
    {
        var facts = await Database.ReadFactsAsync(Token);
        facts.ShouldBe(new(DatabaseEngine.Sqlite, SQLitePCL.raw.sqlite3_libversion().utf8_to_string(), Folder.File, TakesWrites: true));
        (await Database.PingAsync(Token)).ShouldBeGreaterThan(TimeSpan.Zero);
        var health = await Database.CheckHealthAsync(Token);
        (health.IsHealthy, health.Failure, health.Facts).ShouldBe((true, null, facts));
        Database.DisplayName.ShouldBe($"SQLite database {Folder.File}");
    }

    [Fact]
    public async Task A_read_only_file_is_read()
    {
        await Database.RunAsync("insert into t (id) values (1)");
        var database = Folder.Open(more: ";Mode=ReadOnly");
        (await database.AskAsync<long>("select count(*) from t")).ShouldBe(1);
        (await database.CheckHealthAsync(Token)).IsHealthy.ShouldBeFalse();
        await Should.ThrowAsync<StatementRefusedException>(async () => await database.RunAsync("delete from t"));
        await using var transaction = await database.BeginAsync(cancellationToken: Token);
        (await transaction.AskAsync<long>("select count(*) from t")).ShouldBe(1);
        await Should.ThrowAsync<StatementRefusedException>(async () => await transaction.RunAsync("delete from t"));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said_by_the_first_call()
    {
        await using var missing = SqliteDatabase.Open($"Data Source={Folder.File}.none;Mode=ReadWrite");
        (await Should.ThrowAsync<DatabaseUnavailableException>(async () => await missing.PingAsync(Token))).Code.ShouldBe("DWL4008");
        await File.WriteAllTextAsync(Folder.File + ".txt", new string('x', 5000), Token);
        await using var text = SqliteDatabase.Open($"Data Source={Folder.File}.txt");
        await Should.ThrowAsync<DatabaseUnavailableException>(async () => await text.PingAsync(Token));
        Should.Throw<ArgumentException>(() => SqliteDatabase.Open("Colour=red"));
    }

    [Fact]
    public async Task A_database_in_memory_has_one_connection_for_all()
    {
        foreach (var place in (string[])["Data Source=:memory:", "Data Source=file:dowel-test?mode=memory", "Data Source=shared-test;Mode=Memory;Cache=Shared", "Data Source="])
        {
            await using var database = SqliteDatabase.Open(place);
            await database.RunAsync("create table t (id integer primary key)");
            await database.RunAsync("insert into t values (1), (2)");
            await foreach (var id in database.StreamAsync<TestQuery<long>, long>(new("select id from t"), Token))
            {
                (await database.RunAsync("insert into t values (?1)", id + 10)).ShouldBe(1);
            }

            await using (var reader = await database.BeginAsync(TransactionOptions.ReadOnly, Token))
            {
                (await reader.AskAsync<long>("select count(*) from t")).ShouldBe(4);
                await Should.ThrowAsync<StatementRefusedException>(async () => await reader.RunAsync("delete from t"));
            }

            (await database.RunAsync("delete from t")).ShouldBe(4);
            (await database.ReadFactsAsync(Token)).TakesWrites.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Streams_give_everything_back()
    {
        await Database.RunAsync("insert into t (a) values ('x'), ('y')");
        var database = Folder.Open(new() { ReadersMax = 1, QueueTimeout = TimeSpan.FromMilliseconds(100) });
        for (var i = 0; i < 5; i++)
        {
            await foreach (var text in database.StreamAsync<TestQuery<string>, string>(new("select a from t where a >= ?1 order by a", "x"), Token))
            {
                text.ShouldBe("x");
                await Should.ThrowAsync<DatabaseBusyException>(async () => await database.AskAsync<long>("select 1"));
                break;
            }
        }

        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in database.StreamAsync<TestQuery<string>, string>(new("select a from t")).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
        await Should.ThrowAsync<UnexpectedValueException>(async () =>
        {
            await foreach (var _ in database.StreamAsync<TestQuery<long>, long>(new("select a from t"), Token))
            {
            }
        });
        var all = new List<string>();
        await foreach (var text in database.StreamAsync<TestQuery<string>, string>(new("select a from t"), Token))
        {
            all.Add(text);
        }

        all.ShouldBe(["x", "y"]);
        (await database.AskAsync<long>("select count(*) from t")).ShouldBe(2);
        using var other = Folder.OpenOther();
        DataFolder.Run(other, "pragma wal_checkpoint(truncate)").ShouldBe(0L);
    }

    [Fact]
    public async Task Disposing_stops_what_runs_and_leaves_the_file_alone()
    {
        var database = Folder.Open();
        await database.RunAsync("insert into t (id) values (1)");
        var transaction = await database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (2)");
        var stream = database.StreamAsync<TestQuery<long>, long>(new("select id from t"), Token).GetAsyncEnumerator(Token);
        (await stream.MoveNextAsync()).ShouldBeTrue();
        var waiting = database.RunAsync("delete from t").AsTask();
        var running = Task.Run(async () => await database.AskAsync<long>(Endless), Token);
        await Task.Delay(50, Token);

        var start = Stopwatch.GetTimestamp();
        await database.DisposeAsync();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await database.AskAsync<long>("select 1"));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await database.RunAsync("delete from t"));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await stream.MoveNextAsync());
        await Should.ThrowAsync<ObjectDisposedException>(async () => await transaction.RunAsync("delete from t"));
        await stream.DisposeAsync();
        await transaction.DisposeAsync();
        await database.DisposeAsync();

        (await Database.ListAsync<long>("select id from t")).ShouldBe([1]);
        await Database.DisposeAsync();
        File.Exists(Folder.File + "-wal").ShouldBeFalse();
    }
}
