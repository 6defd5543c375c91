using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>Drizzle's migrator in a program of node.</summary>
internal sealed class DrizzlePeer(Engine engine, SampleScripts scripts, string scratch, NodePeers node) : IPeer
{
    private readonly string _folder = Path.Combine(scratch, "drizzle");

    private bool IsPostgres => engine == Engine.Postgres;

    public string Name => "Drizzle";

    public string Setting => "drizzle-orm 0.45.4: `migrate()` in a program of node that does nothing else, with node-postgres on PostgreSQL and libsql on SQLite";

    public async Task<string> PrepareAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "meta"));
        for (var i = 1; i <= scripts.Count; i++)
        {
            var text = string.Join(";\n--> statement-breakpoint\n", scripts.Statements(i)) + ";";
            await File.WriteAllTextAsync(Path.Combine(_folder, Tag(i) + ".sql"), text);
        }

        var journal = new
        {
            version = "7",
            dialect = IsPostgres ? "postgresql" : "sqlite",
            entries = Enumerable.Range(1, scripts.Count).Select(i =>
                new { idx = i - 1, version = IsPostgres ? "7" : "6", when = 1_700_000_000_000 + i, tag = Tag(i), breakpoints = true }),
        };
        await File.WriteAllTextAsync(Path.Combine(_folder, "meta", "_journal.json"), JsonSerializer.Serialize(journal));
        return node.Missing;
    }

    public ProcessStartInfo Command(string connectionString) => node.Drizzle(
        IsPostgres ? PeerUrls.OfPostgres(connectionString) : PeerUrls.OfLibsql(connectionString), _folder);

    private static string Tag(int script) => string.Create(CultureInfo.InvariantCulture, $"{script - 1:0000}_t{script}");
}
