namespace Dowel.Sqlite.Tests.Data;

/// <summary>A test with a database of its own.</summary>
public abstract class DataTest : IAsyncLifetime
{
    /// <summary>A statement that runs for minutes.</summary>
    internal const string Endless = "with recursive n(i) as (select 1 union all select i + 1 from n limit 4000000000) select count(*) from n";

    private protected DataFolder Folder { get; } = new();

    private protected SqliteDatabase Database { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Database = Folder.Open(Options);
        await Database.RunAsync("create table t (id integer primary key, a text, b text, n integer not null default 0 check (n >= 0), unique (a, b))");
    }

    public async ValueTask DisposeAsync()
    {
        await Folder.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual SqliteDatabaseOptions Options => new();
}
