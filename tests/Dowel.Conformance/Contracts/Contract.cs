using System.Globalization;
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

    /// <summary>The schema that migrators are given.</summary>
    protected string? Schema { get; set; }

    /// <summary>The history table that migrators are given.</summary>
    protected string HistoryName { get; set; } = HistoryTable.DefaultName;

    /// <summary>How the set is read.</summary>
    protected ScriptSetOptions? SetOptions { get; set; }

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

    /// <summary>The classes beside the scripts.</summary>
    private protected List<ICodeMigration> Code { get; } = [];

    /// <summary>The set as a loader sees it, with its classes.</summary>
    protected ScriptSet Load() => ScriptSetLoader.Load([new MemorySource(_files)], Engine.Dialect, SetOptions).With(Code);

    /// <summary>Works with a migrator over connections of its own.</summary>
    protected async Task<T> WithAsync<T>(Func<Migrator, Task<T>> work, MigratorOptions? options = null)
    {
        await using var database = Database.Open(Schema, HistoryName);
        return await work(new(database, Load(), (options ?? new()) with { Progress = new Watcher(Events) }));
    }

    protected Task<MigrationRun> UpAsync(MigratorOptions? options = null, CancellationToken? cancellation = null) =>
        WithAsync(migrator => migrator.ApplyAsync(cancellation ?? Cancellation), options);

    /// <summary>Applies one script more.</summary>
    protected Task<MigrationRun> UpAsync(string name, string text)
    {
        Write(name, text);
        return UpAsync();
    }

    protected Task<MigrationRun> DownAsync(int count = 1, MigratorOptions? options = null) =>
        WithAsync(migrator => migrator.UndoAsync(count, Cancellation), options);

    protected Task<MigrationPlan> PlanAsync(MigratorOptions? options = null) =>
        WithAsync(migrator => migrator.PlanAsync(Cancellation), options);

    protected Task<RepairReport> RepairAsync(RepairRequest? request = null) =>
        WithAsync(migrator => migrator.RepairAsync(request ?? new(), Cancellation));

    /// <summary>A run whose script fails.</summary>
    protected Task<ScriptFailedException> FailsAsync(MigratorOptions? options = null) =>
        Should.ThrowAsync<ScriptFailedException>(() => UpAsync(options));

    /// <summary>A run that is refused, and has changed nothing.</summary>
    protected Task<MigrationRefusedException> RefusedAsync(MigratorOptions? options = null) =>
        RefusedAsync(migrator => migrator.ApplyAsync(Cancellation), options);

    /// <summary>Work that is refused, and has changed nothing.</summary>
    protected async Task<MigrationRefusedException> RefusedAsync<T>(Func<Migrator, Task<T>> work, MigratorOptions? options = null)
    {
        var before = await StateAsync();
        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => WithAsync(work, options));
        (await StateAsync()).ShouldBe(before);
        return refusal;
    }

    /// <summary>Takes over another tool's history, or tells what would be taken over.</summary>
    protected async Task<AdoptionPlan> AdoptAsync(string? from = null, bool isPlan = false)
    {
        await using var database = Database.Open(Schema, HistoryName);
        var adoption = new HistoryAdoption(database, Load());
        return isPlan ? await adoption.PlanAsync(from, Cancellation) : await adoption.AdoptAsync(from, Cancellation);
    }

    /// <summary>A tool's table with two scripts applied, their files, and one script more.</summary>
    private protected async Task<ForeignTable> MakeAsync(string tool, string? name = null)
    {
        var table = ForeignTables.Of(tool);
        await Database.ExecuteAsync(ForeignTable.A + ForeignTable.B + table.Create(Engine.Dialect, name));
        Write(table.Files[0], ForeignTable.A);
        Write(table.Files[1], ForeignTable.B);
        Write(table.Files[2], "create table c (id bigint);\n");
        return table;
    }

    /// <summary>What the history says, by rank: kind and name.</summary>
    protected Task<string> HistoryAsync() =>
        Database.QueryAsync("select kind, coalesce(version, description) from schema_history order by rank");

    /// <summary>What the journal says, by number: number and state.</summary>
    protected Task<string> JournalAsync() =>
        Database.QueryAsync("select number, state from schema_history_journal order by kind, script, number");

    /// <summary>Writes what a run that died in the middle of a statement has left behind.</summary>
    /// <param name="file">The script.</param>
    /// <param name="number">The statement it died in; those before it are done.</param>
    protected async Task DieInAsync(string file, int number)
    {
        await using var database = Database.Open(Schema, HistoryName);
        await database.ReadHistoryAsync(Cancellation);
        await database.CreateHistoryAsync(TimeSpan.FromSeconds(5), Cancellation);
        var script = Load().Scripts.Single(script => script.Path == file);
        var statements = Engine.Dialect.Split(script.Text).Statements;
        await database.WriteAsync(
            new()
            {
                Journaled =
                [
                    .. Enumerable.Range(1, number).Select(i => new JournalEntry(
                        script.Kind, script.Id, i, statements[i - 1].Checksum, i < number ? JournalState.Done : JournalState.Started)),
                ],
            },
            Cancellation);
    }

    /// <summary>Everything a run could have changed: schema, history, journal.</summary>
    protected async Task<string> StateAsync()
    {
        await using var database = Database.Open(Schema, HistoryName);
        var history = await database.ReadHistoryAsync(Cancellation);
        return string.Join(
            '\n',
            [
                await database.ReadSchemaTextAsync(Cancellation),
                history.Exists.ToString(CultureInfo.InvariantCulture),
                .. history.Scripts.Select(row => row.ToString()),
                .. history.Journal.Select(row => row.ToString()),
            ]);
    }

    private sealed class Watcher(List<MigrationEvent> events) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value)
        {
            lock (events)
            {
                events.Add(value);
            }
        }
    }

    private sealed class MemorySource(Dictionary<string, string> files) : IScriptSource
    {
        public string Name => "memory";

        public SourceFiles Load()
        {
            var all = files.Select(file => new ScriptFile(file.Key, file.Key, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Value))))
                .ToLookup(file => file.Name.EndsWith(".sql", StringComparison.Ordinal));
            return new([.. all[true]], []) { Companions = [.. all[false]] };
        }
    }
}
