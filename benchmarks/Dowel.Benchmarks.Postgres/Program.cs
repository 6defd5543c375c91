using Dapper;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>Measures repositories on PostgreSQL beside hand-written Npgsql, Dapper and EF Core.</summary>
internal static class Program
{
    private static async Task Main()
    {
        await using var database = await Engine.Postgres.CreateAsync();
        var version = await FillAsync(database.ConnectionString);
        await using var races = new PostgresRaces(database.ConnectionString);
        var (find, list, insert) = (races.Find(), races.List(), races.Insert());
        var figures = new List<Figure>();
        figures.AddRange(find.Figures(
            await find.RunAsync(), ("Dowel", "hand-written", 1.05), ("Dowel", "Dapper", 1 / 2.0), ("Dowel", "Dapper, tuned", 1)));
        figures.AddRange(list.Figures(await list.RunAsync(), ("Dowel", "hand-written", 1.05), ("Dowel", "Dapper", 1 / 1.8)));
        var inserted = await insert.RunAsync();
        var fastest = inserted.Take(2).MinBy(result => result.Microseconds)!.Name;
        figures.AddRange(insert.Figures(inserted, ("Dowel", fastest, 1 / 0.95), ("Dowel", "Dapper", 1 / 20.0)));
        await RepositoryBenchmark.KeepAsync(
            "PostgreSQL",
            version,
            new(
                figures,
                [
                    "A connection is rented from the pool for each call. Tuned: automatic preparation and No Reset On Close=true, for EF Core compiled queries besides.",
                    "Hand-written: typed parameters, prepared, typed columns, No Reset On Close=true.",
                    "Dowel: the database as a service opens it.",
                    "Npgsql 10.0.0 for all, Dapper 2.1.86, EF Core 10.0.0.",
                    "Bytes are what one piece of work allocates, the results included.",
                ]));
    }

    private static async Task<string> FillAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(
            $"""
            create table accounts (user_id bigint primary key, {Account.Rest});
            create table inserted (user_id bigint primary key, {Account.Rest});
            create table counters (id bigint not null primary key, n bigint not null);
            insert into counters values (1, 0);
            """);
        await connection.ExecuteAsync(Account.NamedInsert.Replace("into inserted", "into accounts", StringComparison.Ordinal), Account.Samples);
        await connection.ExecuteAsync("vacuum analyze accounts");
        return await connection.QuerySingleAsync<string>(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', fsync ' || current_setting('fsync')");
    }
}
