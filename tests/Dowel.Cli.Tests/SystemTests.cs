using Dowel.Migrations;

namespace Dowel.Cli.Tests;

/// <summary>The systems of the project: their records, their scripts, and both engines say the same.</summary>
public sealed class SystemTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    public SystemTests() => _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();

    [Theory]
    [InlineData("GameAccounts")]
    [InlineData("CoreData")]
    [InlineData("DeployStore")]
    [InlineData("Workspaces")]
    [InlineData("PlayerEngagement")]
    public async Task Records_want_nothing_that_the_scripts_do_not_make(string system)
    {
        var folder = Copy(system, _ => true);
        var before = Directory.GetFiles(folder).Length;

        var result = await _folder.RunAsync("add", "nothing", Built(system));

        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain("Nothing to do: the scripts make what");
        Directory.GetFiles(folder).Length.ShouldBe(before);
    }

    [Theory]
    [InlineData("GameAccounts", 5)]
    [InlineData("CoreData", 6)]
    [InlineData("DeployStore", 3)]
    [InlineData("Workspaces", 2)]
    [InlineData("PlayerEngagement", 5)]
    public async Task Both_engines_hold_the_same_after_each_script(string system, int scripts)
    {
        var folder = Copy(system, _ => true);
        var (options, surroundings) = (new SharedOptions(), new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Environment = name => _folder.Variables.GetValueOrDefault(name) });
        var settings = new RunSettings(CommandTree.Create(options, surroundings).Parse(["verify"]), options, SettingsFile.Load(), surroundings);
        var run = new PortabilityRun(new FolderSource(folder), (ScratchServer.Of(DatabaseKind.Postgres, settings), ScratchServer.Of(DatabaseKind.Sqlite, settings)));

        (await run.RunAsync(TestContext.Current.CancellationToken)).Select(finding => finding.Problem).ShouldBeEmpty();

        run.Compared.ShouldBe(scripts);
    }

    [Fact]
    public async Task What_no_record_says_goes_by_its_word_alone()
    {
        Copy("GameAccounts", _ => true);

        var kept = await _folder.RunAsync("add", "nothing", Built("GameAccounts"));
        var dropped = await _folder.RunAsync("add", "fewer", Built("GameAccounts"), "--allow", "drop-index:sessions.sessions_user_id_idx", "--allow", "drop-constraint:sessions.sessions_token_chk");

        kept.Output.ShouldContain("index sessions_user_id_idx on sessions: no record says it; it stays. --allow drop-index:sessions.sessions_user_id_idx drops it");
        dropped.Error.ShouldNotContain("DWL3205");
        dropped.Output.ShouldContain("  drop index sessions.sessions_user_id_idx");
        dropped.Output.ShouldContain("index sessions_expires_at_idx on sessions: no record says it; it stays.");
        File.ReadAllText("Migrations/V006__fewer.postgres.sql").ShouldContain("alter table sessions drop constraint sessions_token_chk;");
    }

    [Fact]
    public async Task The_workspaces_scripts_are_what_add_writes()
    {
        Copy("Workspaces", file => file.Contains("V001", StringComparison.Ordinal));

        (await _folder.RunAsync("add", "project archived at", Built("Workspaces"))).ExitCode.ShouldBe(0);

        foreach (var file in Directory.GetFiles("Migrations"))
        {
            File.ReadAllText(file).ShouldBe(File.ReadAllText(Path.Join(ShellPage.Root, "systems/Workspaces", file)), file);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_replay_of_the_workspaces_is_what_the_records_make_of_nothing(string engine)
    {
        Copy("Workspaces", _ => true);
        (await _folder.RunAsync("add", "all", Built("Workspaces"), "--dir", "fresh", "--layout", "flyway")).ExitCode.ShouldBe(0);

        var result = await _folder.RunAsync("diff", "--from", "Migrations", "--to", "fresh", "--engine", engine);

        (result.Output, result.Error, result.ExitCode).ShouldBe(("-- No difference.\n", "", 0));
    }

    public void Dispose() => _folder.Dispose();

    private static string Built(string system) => Path.Join(AppContext.BaseDirectory, $"{system}.dll");

    private string Copy(string system, Func<string, bool> isCopied)
    {
        var from = Path.Join(ShellPage.Root, "systems", system);
        _folder.Write("dowel.json", File.ReadAllText(Path.Join(from, "dowel.json")));
        var scripts = new[] { "Migrations", "Persistence/Migrations" }.First(folder => Directory.Exists(Path.Join(from, folder)));
        foreach (var file in Directory.GetFiles(Path.Join(from, scripts), "*.sql").Where(isCopied))
        {
            _folder.Write(Path.Join(scripts, Path.GetFileName(file)), File.ReadAllText(file));
        }

        return scripts;
    }
}
