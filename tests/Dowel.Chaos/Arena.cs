using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>An engine, a folder of its scripts, and how to see that nothing was lost or done twice.</summary>
internal sealed class Arena
{
    private const string History =
        "select rank, kind, coalesce(version, description), statements from schema_history order by rank";

    private readonly string[] _questions;
    private readonly Lazy<Task<string>> _undisturbed;

    private Arena(Engine engine, string folder, params string[] questions)
    {
        Engine = engine;
        Folder = folder;
        _questions = questions;
        _undisturbed = new(RunUndisturbedAsync);
    }

    /// <summary>PostgreSQL.</summary>
    public static Arena Postgres { get; } = OfPostgres(Engine.Postgres, DialectNames.Postgres);

    /// <summary>PostgreSQL behind a pooler.</summary>
    public static Arena Pooled { get; } = OfPostgres(PooledEngine.Instance, "pooled");

    /// <summary>SQLite.</summary>
    public static Arena Sqlite { get; } = new(
        Engine.Sqlite,
        FolderOf(DialectNames.Sqlite),
        "pragma integrity_check",
        "select count(*) from pragma_foreign_key_check",
        "pragma journal_mode",
        "pragma user_version",
        "select count(*), sum(balance), sum(id * balance) from accounts",
        "select count(*), sum(account) from notes",
        "select count(*), sum(total) from totals");

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>Where the scripts are.</summary>
    public string Folder { get; }

    /// <summary>The engine for people, and whether something stands before it.</summary>
    public string Name => Engine is PooledEngine ? $"{Engine.Dialect.Name}, pooled" : Engine.Dialect.Name;

    /// <summary>How many scripts and classes there are.</summary>
    public int ScriptCount => Load().Scripts.Count;

    /// <summary>Other scripts, which write to <c>log</c> too.</summary>
    public static Arena Over(Engine engine, string folder) => new(engine, folder);

    /// <summary>The same scripts on another server.</summary>
    public Arena On(Engine engine) => new(engine, Folder, _questions);

    /// <summary>What a database says that nobody has disturbed.</summary>
    public Task<string> UndisturbedAsync() => _undisturbed.Value;

    /// <summary>The scripts as a migrator takes them.</summary>
    public ScriptSet Load() => Load(Folder, Engine.Dialect);

    /// <summary>The scripts of a folder as any migrator takes them: the great sets have a class.</summary>
    public static ScriptSet Load(string folder, Dialect dialect) =>
        ScriptSetLoader.Load([new FolderSource(folder)], dialect).With(folder.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? [new LedgerCode()] : []);

    /// <summary>Brings a database up to date in this process.</summary>
    public async Task<MigrationRun> UpAsync(TestDatabase target, Boundaries? boundaries = null, MigratorOptions? options = null)
    {
        await using var database = target.Open();
        return await new Migrator(boundaries is null ? database : Watched<IMigrationDatabase>.Around(database, boundaries), Load(), options)
            .ApplyAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All that scripts have left: history, journal, rows and schema.</summary>
    public async Task<string> ReadStateAsync(TestDatabase target)
    {
        await using var database = target.Open();
        var answers = new List<string>();
        foreach (var question in (string[])[History, "select * from schema_history_journal", "select script, what from log order by id", .. _questions])
        {
            answers.Add($"{question}: {await target.QueryAsync(question)}");
        }

        return string.Join('\n', [.. answers, await database.ReadSchemaTextAsync(TestContext.Current.CancellationToken)]);
    }

    /// <summary>What differs between a database and an undisturbed one; empty where all is well.</summary>
    public async Task<string> DifferenceAsync(TestDatabase target)
    {
        var expected = (await UndisturbedAsync()).Split('\n');
        var found = (await ReadStateAsync(target)).Split('\n');
        return string.Join('\n', [
            .. expected.Except(found, StringComparer.Ordinal).Select(line => $"  - {line}"),
            .. found.Except(expected, StringComparer.Ordinal).Select(line => $"  + {line}")]);
    }

    private static Arena OfPostgres(Engine engine, string folder) => new(
        engine,
        FolderOf(folder),
        "select indexrelid::regclass::text from pg_index where not indisvalid",
        "select count(*), sum(balance), sum(id * balance) from accounts",
        "select id, line from lines order by id",
        "select id, mood::text from moods",
        "select id from side.here",
        "select count(*), sum(total) from totals");

    private static string FolderOf(string engine) => Path.Combine(AppContext.BaseDirectory, "scripts", engine);

    private async Task<string> RunUndisturbedAsync()
    {
        await using var database = await Engine.CreateAsync();
        await UpAsync(database);
        return await ReadStateAsync(database);
    }
}
