namespace Dowel.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Fact]
    public Task An_empty_folder_begins_with_the_first_version() => Golden.CheckAsync(
        "new", _folder, "new 'Add users!'", "new AddTags", "new x --dir a --layout pairs", "new y --dir a", "new x --dir b --layout sequential", "new y --dir b", "new ??");

    [Fact]
    public Task The_next_number_keeps_the_width_and_the_form()
    {
        _folder.Write("wide/0099_x.sql", "select 1;").Write("zero/000_x.sql", "select 1;").Write("dotted/V1_9__x.sql", "select 1;");
        _folder.Write("stamps/20260101000000_x.sql", "select 1;").Write("future/20990101000000_x.sql", "select 1;");
        _folder.Write("one/V002__x.postgres.sql", "select 1;").Write("mixed/V1__x.sql", "select 1;").Write("mixed/2_x.sql", "select 1;");
        return Golden.CheckAsync(
            "new-next", _folder, "new y --dir wide", "new y --dir zero", "new y --dir dotted", "new y --dir stamps", "new y --dir future", "new y --dir one", "new y --dir mixed");
    }

    [Fact]
    public Task Each_tools_folder_gets_a_file_that_fits()
    {
        _folder.Write("goose/00009_x.sql", "-- +goose Up\nselect 1;").Write("dbmate/20260101000000_x.sql", "-- migrate:up\nselect 1;");
        _folder.Write("diesel/2026-01-01-000000_x/up.sql", "select 1;").Write("sqlx/1_x.up.sql", "-- no-transaction\nselect 1;").Write("sqlx/1_x.down.sql", "select 1;");
        _folder.Write("drizzle/0000_x.sql", "select 1;").Write("drizzle/meta/_journal.json", """{"version":"7","entries":[{"idx":0,"version":"7","tag":"0000_x"}]}""");
        _folder.Write("kit/20260101000000_x/migration.sql", "select 1;").Write("dbup/Script0001 - x y.sql", "select 1;");
        return Golden.CheckAsync(
            "new-tools",
            _folder,
            [.. new[] { "goose", "dbmate", "diesel", "sqlx", "drizzle", "kit", "dbup" }.SelectMany(tool => new[] { $"new 'y z' --dir {tool}", $"new again --dir {tool}" })]);
    }

    [Theory]
    [InlineData("goose", "00001_x.sql", "-- +goose Up\n\n-- +goose Down\n")]
    [InlineData("dbmate", "20261121090000_x.sql", "-- migrate:up\n\n-- migrate:down\n")]
    [InlineData("diesel", "2026-11-21-090000_x/down.sql", "")]
    [InlineData("sqlx", "20261121090000_x.sql", "")]
    [InlineData("drizzle", "20261121090000_x/migration.sql", "")]
    [InlineData("dbup", "Script0001_x.sql", "")]
    public async Task The_first_file_of_a_tools_folder_has_what_the_tool_wants(string layout, string file, string text)
    {
        await _folder.RunAsync($"new x --layout {layout}".Split(' '));

        File.ReadAllText($"migrations/{file}").ShouldBe(text);
    }

    [Fact]
    public async Task A_new_script_of_Drizzle_stands_in_its_journal()
    {
        _folder.Write("migrations/meta/_journal.json", """{"version":"7","dialect":"sqlite","entries":[]}""");

        await _folder.RunAsync("new x".Split(' '));

        File.ReadAllText("migrations/meta/_journal.json").ReplaceLineEndings("\n").ShouldBe("""
            {
              "version": "7",
              "dialect": "sqlite",
              "entries": [
                {
                  "idx": 0,
                  "version": "7",
                  "when": 1795251600000,
                  "tag": "0000_x",
                  "breakpoints": true
                }
              ]
            }
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task New_is_one_JSON_object()
    {
        await Golden.CheckJsonAsync("new", _folder, "new x --layout pairs", 0);
        new FileInfo("migrations/000001_x.up.sql").Length.ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();
}
