using System.Text.Json.Nodes;
using Dowel.Peers;

namespace Dowel.Adoption;

public abstract class DrizzleContract(Engine engine) : TakeoverContract(engine, "drizzle")
{
    protected override string History => $"select * from {(IsSqlite ? "" : "drizzle.")}__drizzle_migrations order by created_at";

    private string Journal => Path.Combine(Scripts, "meta", "_journal.json");

    protected override async Task MigrateAsync()
    {
        var node = await NodeTools.OrSkipAsync();
        LayOut("Drizzle");
        var url = IsSqlite ? PeerUrls.OfLibsql(Database.ConnectionString) : PeerUrls.OfPostgres(Database.ConnectionString);
        await RunAsync(node.Drizzle(url, Scripts));
    }

    // The last entry once more with another name, as drizzle-kit adds one.
    protected override async Task WriteNextAsync()
    {
        await WriteAsync("0003_second_note.sql", "insert into notes (body) values ('second');");
        var journal = JsonNode.Parse(await File.ReadAllTextAsync(Journal, Cancellation))!;
        var entries = journal["entries"]!.AsArray();
        var next = entries[^1]!.DeepClone();
        next["idx"] = 3;
        next["when"] = (long)next["when"]! + 1;
        next["tag"] = "0003_second_note";
        entries.Add(next);
        await File.WriteAllTextAsync(Journal, journal.ToJsonString(), Cancellation);
    }
}

public sealed class SqliteDrizzle() : DrizzleContract(Engine.Sqlite);

public sealed class PostgresDrizzle() : DrizzleContract(Engine.Postgres);
