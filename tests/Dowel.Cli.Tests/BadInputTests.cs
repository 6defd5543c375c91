using System.Text;

namespace Dowel.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    public static TheoryData<string, string, string> Scripts { get; } = new()
    {
        { "bad-name", "V2_users.sql", "select 1;" },
        { "duplicate-version", "V001__again.sql", "select 1;" },
        { "empty-script", "V002__empty.sql", "-- nothing yet\n" },
        { "unterminated-quote", "V002__quote.sql", "insert into notes values (2, 'it''s);\n" },
        { "unterminated-comment", "V002__comment.sql", "create trigger t after insert on notes begin select 1;\n" },
        { "unknown-directive", "V002__directive.sql", "-- dowel: transaktion=none\nselect 1;\n" },
        { "unknown-token", "V002__token.sql", "select ${nobody};\n" },
        { "unclosed-transaction", "V002__begin.sql", "begin;\nselect 1;\n" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_bad_script_is_refused_and_nothing_is_changed(string name, string file, string text)
    {
        _folder.Write("migrations/V001__notes.sql", "create table notes (id integer, body text);\n").Write($"migrations/{file}", text);
        await Golden.CheckAsync($"bad-{name}", _folder, "up", "up --output json", "status --check --quiet");
        (File.Exists("app.db") && new FileInfo("app.db").Length > 0).ShouldBeFalse();
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        foreach (var row in Scripts)
        {
            _folder.Write($"migrations/{row.Data.Item2}", row.Data.Item3);
        }

        _folder.Write("migrations/V001__notes.sql", "select 1;\n");
        await Golden.CheckAsync("bad-all-at-once", _folder, "up");
    }

    [Fact]
    public async Task A_gap_is_refused_where_gaps_are()
    {
        _folder.Write("dowel.json", """{ "gaps": "refuse" }""").Write("migrations/V001__a.sql", "select 1;").Write("migrations/V003__b.sql", "select 1;");
        await Golden.CheckAsync("bad-gap", _folder, "up");
    }

    [Fact]
    public async Task A_wrong_encoding_is_told_with_its_place()
    {
        Directory.CreateDirectory("migrations");
        File.WriteAllBytes("migrations/V001__latin.sql", Encoding.Latin1.GetBytes("select 1;\nselect 'caf\u00e9';\n"));
        File.WriteAllText("migrations/V002__wide.sql", "select 1;\n", Encoding.Unicode);
        await Golden.CheckAsync("bad-encoding", _folder, "up");
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_refused()
    {
        _folder.Write("secret.sql", "select 1;").Write("migrations/V001__a.sql", "select 1;");
        File.CreateSymbolicLink("migrations/V002__link.sql", "../secret.sql");
        await Golden.CheckAsync("bad-link", _folder, "up");
    }

    [Fact]
    public async Task A_very_large_script_is_taken()
    {
        _folder.Write("migrations/V001__large.sql", "create table t (x text);\ninsert into t values ('" + new string('x', 100 << 20) + "');\n");
        var result = await _folder.RunAsync("up", "--quiet");
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_database_newer_than_the_scripts_is_refused()
    {
        _folder.Write("migrations/V001__a.sql", "select 1;").Write("migrations/V002__b.sql", "select 1;");
        await _folder.RunAsync("up");
        File.Delete("migrations/V002__b.sql");
        await Golden.CheckAsync("bad-newer", _folder, "up", "status --check");
    }

    [Fact]
    public async Task An_unknown_psql_command_is_refused()
    {
        _folder.Write("migrations/V001__a.sql", "select 1;\n\\connect other\n");
        await _folder.OnPostgres().RunAsync("create");
        var result = await _folder.RunAsync("up");
        await _folder.RunAsync("drop", "--yes");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldStartWith("migrations/V001__a.sql:2:1: DWL1010: ");
    }

    [Fact]
    public async Task A_refused_connection_is_told()
    {
        _folder.WithScripts().Variables["DOWEL_URL"] = "postgres://app:hunter2@127.0.0.1:1/app";
        await Golden.CheckAsync("bad-connection", _folder, "up", "doctor", "create");
    }

    public void Dispose() => _folder.Dispose();
}
