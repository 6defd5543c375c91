using System.Reflection;
using Dowel.Conformance;
using Dowel.Migrations;

namespace Dowel.Systems;

/// <summary>A database of its own with one system's schema.</summary>
public abstract class SystemContract(Engine engine, Assembly assembly, string historyTable, bool? tokens) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected bool IsSqlite => engine == Engine.Sqlite;

    private ScriptSet Scripts => ScriptSetLoader.Load([new AssemblySource(assembly)], engine.Dialect, new() { Tokens = tokens });

    public async ValueTask InitializeAsync()
    {
        Database = await engine.CreateAsync();
        (await UpAsync()).Applied.ShouldNotBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Applied_a_second_time_it_does_nothing()
    {
        var run = await UpAsync();

        run.Applied.ShouldBeEmpty();
        run.Scripts.ShouldAllBe(status => status.State == ScriptState.Applied);
    }

    [Fact]
    public async Task It_replays_from_nothing()
    {
        await using var scratch = await Database.Server.CreateScratchAsync(Cancellation);

        var report = await ReplayCheck.RunAsync(scratch, Scripts, new(), Cancellation);

        report.Differences.ShouldBeEmpty();
    }

    protected async Task<MigrationRun> UpAsync()
    {
        await using var database = Database.Open(historyTable: historyTable);
        return await new Migrator(database, Scripts).ApplyAsync(Cancellation);
    }

    /// <summary>A table's columns in order, as the engine lists them.</summary>
    protected Task<string> ColumnsAsync(string table) => Database.QueryAsync(IsSqlite
        ? $"select name from pragma_table_info('{table}') order by cid"
        : $"select column_name from information_schema.columns where table_name = '{table}' order by ordinal_position");

    /// <summary>Runs SQL that the schema must refuse.</summary>
    protected Task RefusesAsync(string sql) => Should.ThrowAsync<System.Data.Common.DbException>(() => Database.ExecuteAsync(WithKeys(sql)));

    /// <summary>Runs SQL with foreign keys on, as every connection of a service has them.</summary>
    protected Task RunAsync(string sql) => Database.ExecuteAsync(WithKeys(sql));

    private string WithKeys(string sql) => IsSqlite ? "pragma foreign_keys = on; " + sql : sql;
}
