using System.Reflection;

namespace Dowel.Adoption;

/// <summary>EF Core's migrations are code: what Dowel gets of them is the point from which scripts go on.</summary>
public abstract class EfContract(Engine engine) : TakeoverContract(engine, "ef")
{
    protected override string History => "select * from \"__EFMigrationsHistory\" order by 1";

    protected override Task MigrateAsync()
    {
        var project = IsSqlite ? "EfSqlite" : "EfPostgres";
        var configuration = typeof(EfContract).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var program = Path.Combine(Repository.Root, "benchmarks", "Peers", project, "bin", configuration, "net10.0", project + ".dll");
        return RunAsync(new("dotnet", ["exec", program, Database.ConnectionString]));
    }

    protected override Task WriteNextAsync() =>
        WriteAsync("29990101000000_second_note.sql", "insert into notes (\"Body\") values ('second');");

    protected override Task<string> NotesAsync() => Database.QueryAsync("select \"Body\" from notes order by \"Id\"");
}

public sealed class SqliteEf() : EfContract(Engine.Sqlite);

public sealed class PostgresEf() : EfContract(Engine.Postgres);
