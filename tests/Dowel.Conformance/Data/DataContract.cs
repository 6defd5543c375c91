using System.Diagnostics;
using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A database of its own for each test, open as services open it, with one table of notes.</summary>
public abstract class DataContract(Engine engine) : IAsyncLifetime
{
    /// <summary>A statement that would run for minutes.</summary>
    protected const string Endless = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000000) select count(*) from n";

    /// <summary>How soon what is stopped must have stopped. It is a second; a machine under load is given two more.</summary>
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    protected Engine Engine { get; } = engine;

    protected TestDatabase Target { get; private set; } = null!;

    protected Database Data { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected bool IsSqlite => Data.Engine == DatabaseEngine.Sqlite;

    public async ValueTask InitializeAsync()
    {
        Target = await Engine.CreateAsync();
        Data = Target.OpenData();
        await Data.DoAsync("create table notes (id bigint not null primary key, body text not null)");
    }

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        await Target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Inserts notes of one letter each.</summary>
    protected async Task NoteAsync(params long[] ids)
    {
        foreach (var id in ids)
        {
            await Data.DoAsync("insert into notes values (?1, 'n')", id);
        }
    }

    /// <summary>The numbers of all notes, as another session sees them.</summary>
    protected Task<string> NotesAsync() => Target.QueryAsync("select id from notes order by id");

    /// <summary>Makes a table of numbered values of a type.</summary>
    protected ValueTask<long> MakeTableAsync<T>(string table = "kept", Database? database = null)
    {
        database ??= Data;
        return database.DoAsync($"create table {table} (id bigint not null primary key, v {Kind.Of<T>().Column(database.Engine)})");
    }

    /// <summary>Waits for work that has been stopped, and tells what came of it.</summary>
    protected static async Task<Exception> StopsSoonAsync(Task work)
    {
        var start = Stopwatch.GetTimestamp();
        var failure = await Record.ExceptionAsync(() => work.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Soon);
        return failure.ShouldNotBeNull();
    }
}
