using Dowel.Migrations;
using Npgsql;

namespace Dowel.Torture;

public sealed class PostgresTorture(TortureRole role) : IClassFixture<TortureRole>
{
    private const string DowelAlone = ".nopsql.sql";

    private static readonly ClientProgram Psql = ClientProgram.Find("psql");
    private static readonly ClientProgram Dump = ClientProgram.Find("pg_dump");

    public static TheoryData<string> Scripts => Corpus.Of("postgres");

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_script_leaves_what_psql_leaves(string name)
    {
        role.ShouldNotBeNull();
        var path = Corpus.PathOf("postgres", name);
        await using var ours = await Engine.Postgres.CreateAsync();
        var mode = await Corpus.ApplyAsync(ours, Engine.Postgres, path);
        if (!name.EndsWith(DowelAlone, StringComparison.Ordinal))
        {
            await using var theirs = await Engine.Postgres.CreateAsync();

            // A deferred trigger fires at the end of a transaction, so psql has to see the same ones.
            string[] whole = mode == TransactionMode.Whole ? ["-1"] : [];
            await Psql.RunAsync(["-X", "-q", "-v", "ON_ERROR_STOP=1", .. whole, .. Place(theirs), "-f", path], Password(theirs));
            (await DumpAsync(ours)).ShouldBe(await DumpAsync(theirs));
        }
    }

    [Fact]
    public void The_corpus_is_there() => Scripts.Count.ShouldBeGreaterThan(80);

    // The key in \restrict is a new one each time.
    private static async Task<string> DumpAsync(TestDatabase database)
    {
        var text = await Dump.RunAsync(
            ["--no-owner", "-T", "*.schema_history", "-T", "*.schema_history_journal", .. Place(database)], Password(database));
        return string.Join('\n', text.Split('\n')
            .Where(line => !line.StartsWith("\\restrict ", StringComparison.Ordinal) && !line.StartsWith("\\unrestrict ", StringComparison.Ordinal)));
    }

    private static string[] Place(TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return ["-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-d", settings.Database!];
    }

    private static Dictionary<string, string?> Password(TestDatabase database) =>
        new() { ["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(database.ConnectionString).Password };
}
