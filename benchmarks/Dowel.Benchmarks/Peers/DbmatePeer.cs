using System.Diagnostics;
using System.Globalization;
using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>dbmate, a native program.</summary>
internal sealed class DbmatePeer(Engine engine, SampleScripts scripts, string scratch, NodePeers node) : IPeer
{
    private readonly string _folder = Path.Combine(scratch, "dbmate");

    public string Name => "dbmate";

    public string Setting => "`dbmate --no-dump-schema migrate` 2.36.0: its binary itself, without node, and without the schema file that it writes by default";

    public async Task<string> PrepareAsync()
    {
        Directory.CreateDirectory(_folder);
        for (var i = 1; i <= scripts.Count; i++)
        {
            var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"20250101{i:000000}_t{i}.sql"));
            await File.WriteAllTextAsync(file, "-- migrate:up\n" + scripts.Text(i) + "\n-- migrate:down\n");
        }

        return node.MissingDbmate;
    }

    public ProcessStartInfo Command(string connectionString) => node.Dbmate(
        engine == Engine.Postgres ? PeerUrls.OfPostgres(connectionString) : PeerUrls.OfSqlite(connectionString), _folder);
}
