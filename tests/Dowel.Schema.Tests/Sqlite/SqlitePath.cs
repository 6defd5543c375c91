using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

/// <summary>A SQLite database that goes from one schema to another.</summary>
internal sealed class SqlitePath : IAsyncDisposable
{
    private readonly List<ScriptDraft> _applied = [];

    private SqlitePath(Scratch scratch) => Scratch = scratch;

    /// <summary>The database.</summary>
    public Scratch Scratch { get; }

    /// <summary>What a developer says beside the schemas.</summary>
    public DiffOptions Options { get; init; } = new();

    /// <summary>The statements that were applied last.</summary>
    public IReadOnlyList<string> Statements { get; private set; } = [];

    /// <summary>Makes a database.</summary>
    /// <param name="script">Its statements.</param>
    public static async Task<SqlitePath> FromAsync(string script)
    {
        var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync(PairFile.Statements(script));
        return new(scratch);
    }

    /// <summary>Takes a database.</summary>
    public static SqlitePath Of(Scratch scratch) => new(scratch);

    /// <summary>Reads what statements make.</summary>
    public static async Task<DatabaseModel> ReadAsync(string script)
    {
        await using var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync(PairFile.Statements(script));
        return await scratch.Database.ReadModelAsync(default);
    }

    /// <summary>The way to a schema.</summary>
    /// <param name="script">What makes it.</param>
    public Task<SchemaPlan> PlanAsync(string script) => PlanAsync(script, Options);

    /// <summary>The way to a schema.</summary>
    /// <param name="script">What makes it.</param>
    /// <param name="options">What a developer says.</param>
    public async Task<SchemaPlan> PlanAsync(string script, DiffOptions options) =>
        SchemaDiff.Compare(await Scratch.Database.ReadModelAsync(default), await ReadAsync(script), options, Scratch.Database.Engine);

    /// <summary>Goes there as <c>dowel up</c> does.</summary>
    /// <param name="script">What makes the schema.</param>
    public async Task GoAsync(string script) => await GoAsync(await PlanAsync(script));

    /// <summary>Goes a way as <c>dowel up</c> does.</summary>
    public async Task GoAsync(SchemaPlan plan)
    {
        var drafts = Scratch.Database.Engine.Render(plan);
        Statements = [.. drafts.SelectMany(draft => draft.Statements)];
        await ApplyAsync(drafts);
    }

    /// <summary>Applies scripts.</summary>
    public async Task ApplyAsync(IReadOnlyList<ScriptDraft> drafts)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(";\n", drafts.SelectMany(draft => draft.Statements)));
        var set = ScriptSetLoader.Load([new DraftSource([.. _applied, .. drafts])], new SqliteDialect());
        await new Migrator(Scratch.Migrated, set).ApplyAsync(default);
        _applied.AddRange(drafts);
    }

    /// <summary>Reads rows, their values with a bar between them.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        [.. (await Scratch.Database.QueryAsync(sql, default)).Select(row => string.Join('|', row.Select(value => value ?? "null")))];

    public ValueTask DisposeAsync() => Scratch.DisposeAsync();
}
