using Dowel.Peers;

namespace Dowel.Adoption;

public abstract class DbmateContract(Engine engine) : TakeoverContract(engine, "dbmate")
{
    protected override string History => "select * from schema_migrations order by version";

    protected override async Task MigrateAsync()
    {
        var node = await NodeTools.OrSkipAsync();
        Assert.SkipUnless(node.MissingDbmate.Length == 0, $"No dbmate here: {node.MissingDbmate}.");
        LayOut("Dbmate");
        var url = IsSqlite ? PeerUrls.OfSqlite(Database.ConnectionString) : PeerUrls.OfPostgres(Database.ConnectionString);
        await RunAsync(node.Dbmate(url, Scripts));
    }

    protected override Task WriteNextAsync() => WriteAsync("20240504120000_second_note.sql", """
        -- migrate:up
        insert into notes (body) values ('second');

        -- migrate:down
        delete from notes where body = 'second';
        """);
}

public sealed class SqliteDbmate() : DbmateContract(Engine.Sqlite);

public sealed class PostgresDbmate() : DbmateContract(Engine.Postgres);
