using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Cli.Tests;

/// <summary>Migrations that are classes, and hooks.</summary>
public sealed class CodeTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Fact]
    public async Task An_assembly_with_classes_is_refused_with_their_names()
    {
        File.Copy(typeof(FillNotes).Assembly.Location, "Shop.dll");

        // DWL1027
        await Golden.CheckAsync(
            "code", _folder, "up Shop.dll", "plan Shop.dll", "down Shop.dll", "baseline Shop.dll", "repair Shop.dll", "verify Shop.dll", "status Shop.dll");
        (File.Exists("app.db") && new FileInfo("app.db").Length > 0).ShouldBeFalse();
    }

    [Fact]
    public async Task A_version_that_a_class_applied_is_told_as_such()
    {
        _folder.Write("migrations/V001__notes.sql", "create table notes (id integer, body text);\n");
        await using (var database = new SqliteMigrationDatabase("Data Source=app.db"))
        {
            var scripts = ScriptSetLoader.Load([new FolderSource("migrations")], database.Dialect).With(new FillNotes());
            await new Migrator(database, scripts, new() { Clock = new StillClock() }).ApplyAsync(TestContext.Current.CancellationToken);
        }

        // DWL1050 and DWL1051
        await Golden.CheckAsync("code-applied", _folder, "status", "up", "down");
    }

    [Fact]
    public async Task A_plan_shows_hooks_in_their_places()
    {
        _folder
            .Write("migrations/V001__notes.sql", "create table notes (id integer, body text);\n")
            .Write("migrations/V002__tidy.sql", "create table tidy (id integer);\nvacuum;\n")
            .Write("migrations/beforeMigrate.sql", "create table if not exists log (what text);\n")
            .Write("migrations/beforeEachMigrate.sql", "insert into log values ('before');\n")
            .Write("migrations/afterEachMigrate.sql", "insert into log values ('after');\n")
            .Write("migrations/afterMigrate.sql", "analyze;\n");
        await Golden.CheckAsync("hooks", _folder, "plan", "up --plan --atomic --to 1", "up", "plan");
    }

    public void Dispose() => _folder.Dispose();
}
