using Dowel.Cli;
using Microsoft.Data.Sqlite;

namespace Dowel.Torture;

public sealed class SqliteTorture
{
    // What a dump does not show.
    private const string Settings =
        "select (select * from pragma_user_version), (select * from pragma_application_id), (select * from pragma_page_size), (select * from pragma_encoding), (select * from pragma_auto_vacuum), (select * from pragma_journal_mode), (select * from pragma_integrity_check)";

    private static readonly ClientProgram Sqlite = ClientProgram.Find("sqlite3");

    public static TheoryData<string> Scripts => Corpus.Of("sqlite");

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_script_leaves_what_sqlite3_leaves(string name)
    {
        var path = Corpus.PathOf("sqlite", name);
        await using var ours = await Engine.Sqlite.CreateAsync();
        await using var theirs = await Engine.Sqlite.CreateAsync();

        await Corpus.ApplyAsync(ours, Engine.Sqlite, path);
        await RunAsync(theirs, path);

        await ours.ExecuteAsync("drop table schema_history; drop table schema_history_journal");
        (await DumpAsync(ours)).ShouldBe(await DumpAsync(theirs));
    }

    [Fact]
    public void The_corpus_is_there() => Scripts.Count.ShouldBeGreaterThan(50);

    [Fact]
    public async Task Both_sides_run_on_a_library_that_knows_the_same_language()
    {
        var theirs = Version.Parse((await Sqlite.RunAsync(["-version"])).Split(' ')[0]);
        Version.Parse(SqliteNativeLibrary.Version).ShouldBeGreaterThanOrEqualTo(new(theirs.Major, theirs.Minor));
    }

    // The shell takes the carriage return off each line that it reads, and leaves an argument as it is.
    private static async Task RunAsync(TestDatabase database, string path)
    {
        var text = await File.ReadAllTextAsync(path);
        var isRead = !text.Contains("\r\n", StringComparison.Ordinal);
        await Sqlite.RunAsync(["-bail", FileOf(database), .. isRead ? [] : new[] { text }], input: isRead ? path : null);
    }

    private static Task<string> DumpAsync(TestDatabase database) =>
        Sqlite.RunAsync([FileOf(database), Settings, ".dump"]);

    private static string FileOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}
