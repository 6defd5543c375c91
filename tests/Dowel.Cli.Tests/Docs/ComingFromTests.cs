using Dowel.Migrations;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Cli.Tests;

/// <summary>The guides for teams that come from another tool, each in a folder and on a database as that tool leaves them.</summary>
public sealed class ComingFromTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Theory]
    [InlineData("flyway", "flyway_schema_history")]
    [InlineData("evolve", "changelog")]
    [InlineData("dbup", "SchemaVersions")]
    [InlineData("ef-core", "__EFMigrationsHistory")]
    [InlineData("golang-migrate", "schema_migrations")]
    [InlineData("goose", "goose_db_version")]
    [InlineData("dbmate", "schema_migrations")]
    [InlineData("drizzle", "__drizzle_migrations")]
    public async Task What_the_guide_says_is_so(string tool, string history)
    {
        Leave(tool);
        var rows = Read($"select * from {history}");

        await ShellPage.Read($"docs/guide/from-{tool}.md").CheckAsync(_folder);

        // Dowel leaves the tool's table alone; what EF Core generates writes its own row into it, as the guide says.
        Read($"select * from {history}").ShouldBe(tool == "ef-core" ? [.. rows, "20250701120000_PinNotes|10.0.0"] : rows);
    }

    [Theory]
    [InlineData("evolve", "Sql_Scripts")]
    [InlineData("dbup", "Scripts")]
    [InlineData("ef-core", "sql")]
    public async Task What_the_guide_lets_a_service_do_at_its_start_is_right(string tool, string scripts)
    {
        Leave(tool);
        (await StartAsync(scripts, "app.db")).Applied.ShouldHaveSingleItem();
        (await StartAsync(scripts, "app.db")).Applied.ShouldBeEmpty();
        Read("select body from notes").ShouldBe(["first"]);

        (await StartAsync(scripts, "new.db")).Scripts.ShouldAllBe(script => script.State == ScriptState.Applied);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<MigrationRun> StartAsync(string folder, string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new SqliteMigrationDatabase($"Data Source={file}");
        var scripts = ScriptSetLoader.Load([new FolderSource(folder)], database.Dialect);
        var adoption = new HistoryAdoption(database, scripts);
        if ((await adoption.PlanAsync(cancellationToken: cancellation)).Rows.Count > 0)
        {
            await adoption.AdoptAsync(cancellationToken: cancellation);
        }

        return await new Migrator(database, scripts).ApplyAsync(cancellation);
    }

    private static List<string> Read(string sql)
    {
        SqliteNativeLibrary.Use();
        using var connection = new SqliteConnection("Data Source=app.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    // before.sql makes what the tool has made so far; all beside it is the team's folder.
    private void Leave(string tool)
    {
        var before = Path.Join(ShellPage.Root, "tests/Dowel.Cli.Tests/Docs/Before", tool);
        foreach (var file in Directory.EnumerateFiles(before, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(before, file);
            if (name == "before.sql")
            {
                Read(File.ReadAllText(file));
            }
            else
            {
                _folder.Write(name, File.ReadAllText(file));
            }
        }
    }
}
