using System.Text;
using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>A database of its own and a set of scripts for each test.</summary>
public abstract class Contract(Engine engine) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    protected Engine Engine { get; } = engine;

    protected TestDatabase Database { get; private set; } = null!;

    protected List<MigrationEvent> Events { get; } = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Database = await Engine.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts a script into the set, in the place of one of the same name.</summary>
    protected void Write(string name, string text) => _files[name] = text;

    /// <summary>Takes a script out of the set.</summary>
    protected void Remove(string name) => _files.Remove(name);

    /// <summary>The set as a loader sees it.</summary>
    protected ScriptSet Load(ScriptSetOptions? options = null) =>
        ScriptSetLoader.Load([new MemorySource(_files)], Engine.Dialect, options);

    /// <summary>Works with a migrator over connections of its own.</summary>
    protected async Task<T> WithAsync<T>(Func<Migrator, Task<T>> work, MigratorOptions? options = null, string? schema = null)
    {
        await using var database = Database.Open(schema);
        return await work(new(database, Load(), (options ?? new()) with { Progress = new Watcher(Events) }));
    }

    protected Task<MigrationRun> UpAsync(MigratorOptions? options = null, string? schema = null) =>
        WithAsync(migrator => migrator.ApplyAsync(Cancellation), options, schema);

    protected Task<MigrationRun> DownAsync(int count = 1, MigratorOptions? options = null) =>
        WithAsync(migrator => migrator.UndoAsync(count, Cancellation), options);

    protected Task<MigrationPlan> PlanAsync(MigratorOptions? options = null) =>
        WithAsync(migrator => migrator.PlanAsync(Cancellation), options);

    /// <summary>What the history says, by rank: kind and name.</summary>
    protected Task<string> HistoryAsync() =>
        Database.QueryAsync("select kind, coalesce(version, description) from schema_history order by rank");

    private sealed class Watcher(List<MigrationEvent> events) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => events.Add(value);
    }

    private sealed class MemorySource(Dictionary<string, string> files) : IScriptSource
    {
        public string Name => "memory";

        public SourceFiles Load() => new(
            [.. files.Select(file => new ScriptFile(file.Key, file.Key, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Value))))], []);
    }
}
