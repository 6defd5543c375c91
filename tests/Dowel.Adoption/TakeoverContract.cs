using System.Diagnostics;
using System.Text.Json;
using Dowel.Peers;

namespace Dowel.Adoption;

/// <summary>A database that another tool has migrated, itself and not an imitation, goes over to Dowel.</summary>
public abstract class TakeoverContract(Engine engine, string tool) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dowel-adoption-").FullName;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDatabase Database { get; private set; } = null!;

    protected bool IsSqlite => engine == Engine.Sqlite;

    /// <summary>The tool's scripts, and the new one.</summary>
    protected string Scripts => Path.Combine(_folder, "migrations");

    /// <summary>The query for all rows of the tool's history.</summary>
    protected abstract string History { get; }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Scripts);
        Database = await engine.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_database_goes_on_with_nothing_run_twice()
    {
        await MigrateAsync();
        var history = await HistoryAsync();
        await WriteNextAsync();

        var unasked = await DowelAsync("up");
        unasked.ExitCode.ShouldBe(4, unasked.Text);
        unasked.Error.ShouldContain("DWL1040");

        (await AnswerAsync("adopt", "--plan")).From.ShouldBe(tool);
        (await DowelAsync("up")).ExitCode.ShouldBe(4);

        var adopted = await AnswerAsync("adopt");
        adopted.From.ShouldBe(tool);
        adopted.Pending.ShouldBe(1);

        (await AnswerAsync("up")).ShouldBe(new(1, 0, null));
        (await AnswerAsync("status", "--check")).Pending.ShouldBe(0);
        (await AnswerAsync("up")).ShouldBe(new(0, 0, null));

        (await NotesAsync()).ShouldBe("first,second");
        (await Database.QueryAsync("select count(*) from tags")).ShouldBe("1");
        (await HistoryAsync()).ShouldBe(history);
    }

    [Fact]
    public async Task The_tool_finds_its_own_history_as_it_left_it()
    {
        await MigrateAsync();
        var history = await HistoryAsync();
        await AnswerAsync("adopt");

        await MigrateAsync();

        (await HistoryAsync()).ShouldBe(history);
        (await NotesAsync()).ShouldBe("first");
    }

    /// <summary>Brings the database up to date with the tool; skips the test where the tool is not to be had.</summary>
    protected abstract Task MigrateAsync();

    /// <summary>Adds a script as one does with the tool's files: it puts a second note into the table.</summary>
    protected abstract Task WriteNextAsync();

    /// <summary>What the notes say, in order.</summary>
    protected virtual Task<string> NotesAsync() => Database.QueryAsync("select body from notes order by id");

    /// <summary>Runs the tool, which has to succeed.</summary>
    protected static async Task RunAsync(ProcessStartInfo start)
    {
        var run = await ProcessRun.RunAsync(start, Cancellation);
        run.IsOk.ShouldBeTrue(run.Text);
    }

    /// <summary>Lays out the scripts that the tool is to run, unless they are there.</summary>
    protected void LayOut(string name)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Scripts", name, IsSqlite ? "sqlite" : "postgres");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Scripts, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>Writes a script.</summary>
    protected Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(Scripts, file), text, Cancellation);

    private Task<string> HistoryAsync() => Database.QueryAsync(History);

    private async Task<Answer> AnswerAsync(params string[] arguments)
    {
        var run = await DowelAsync([.. arguments, "--output", "json"]);
        run.IsOk.ShouldBeTrue(run.Text);
        return JsonSerializer.Deserialize<Answer>(run.Output, JsonSerializerOptions.Web)!;
    }

    private Task<ProcessRun> DowelAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Join(AppContext.BaseDirectory, "dowel.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
        };
        start.Environment["DOWEL_URL"] = Database.ConnectionString;
        return ProcessRun.RunAsync(start, Cancellation);
    }

    private sealed record Answer(int Applied, int Pending, string? From);
}
