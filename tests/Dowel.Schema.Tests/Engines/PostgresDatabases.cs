using System.Collections.Concurrent;
using Dowel.Schema.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresDatabases))]

namespace Dowel.Schema.Tests;

/// <summary>Empty databases for tests, used again once all is gone from them, since to make one costs the server more than most tests do.</summary>
/// <remarks>One that cannot be emptied, or has anything left that a new one has not, is dropped and another made.</remarks>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private const string Empty = """
        do $clean$ declare statement text; begin
          for statement in select unnest(array(
            select format('drop schema %I cascade', nspname) from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
            union all select format('drop extension if exists %I cascade', extname) from pg_extension where extname <> 'plpgsql'
            union all select format('drop %s if exists %s cascade', regexp_replace(type, '^composite | object$', ''), identity)
              from pg_depend d, pg_identify_object(classid, objid, 0) where refclassid = 'pg_namespace'::regclass and refobjid = 'public'::regnamespace and deptype = 'n'
                and not exists (select from pg_depend e where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')))
          loop execute statement; end loop;
        end $clean$
        """;

    private static readonly string[] Catalogs =
    [
        "am", "cast", "class", "collation", "constraint", "conversion", "default_acl", "enum", "event_trigger", "extension", "foreign_data_wrapper", "foreign_server", "language", "largeobject_metadata",
        "namespace", "opclass", "operator", "opfamily", "policy", "proc", "publication", "rewrite", "statistic_ext", "transform", "trigger", "ts_config", "ts_dict", "type",
    ];

    // Every object of a user's own has a number from 16384 on; rights and settings are told by what they are.
    private static readonly string State = $"""
        select concat_ws(' ', {string.Join(", ", Catalogs.Select(name => $"(select count(*) from pg_{name} where oid >= 16384)"))},
          (select count(*) from pg_shdepend where dbid = d.oid), (select count(*) from pg_db_role_setting where setdatabase = d.oid), d.datacl::text, shobj_description(d.oid, 'pg_database'),
          (select format('%s %s %s', nspacl, nspowner, obj_description(oid, 'pg_namespace')) from pg_namespace where nspname = 'public'))
        from pg_database d where datname = current_database()
        """;

    private static readonly ConcurrentBag<string> Free = [];
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly Lazy<Task<string>> New = new(async () =>
    {
        var name = await MakeAsync();
        Free.Add(name);
        return await AskAsync(name, State);
    });

    /// <summary>An empty database, by its name.</summary>
    public static async Task<string> TakeAsync()
    {
        await New.Value;
        return Free.TryTake(out var name) ? name : await MakeAsync();
    }

    /// <summary>Gives it back, when nobody is connected to it any more.</summary>
    public static async Task GiveBackAsync(string name)
    {
        if (await IsEmptiedAsync(name))
        {
            Free.Add(name);
        }
        else
        {
            await AskAsync("postgres", $"drop database if exists {name} with (force)");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var name in Made)
        {
            await AskAsync("postgres", $"drop database if exists {name} with (force)");
        }
    }

    private static async Task<string> MakeAsync()
    {
        var name = $"dowel_test_{Guid.NewGuid():n}"[..24];
        await AskAsync("postgres", $"create database {name} template template0");
        Made.Add(name);
        return name;
    }

    private static async Task<bool> IsEmptiedAsync(string name)
    {
        try
        {
            return await AskAsync(name, "set client_min_messages = warning", Empty, State) == await New.Value;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private static async Task<string> AskAsync(string database, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Scratch.ServerSettings().ConnectionString) { Database = database }.ConnectionString);
        await connection.OpenAsync();
        await using var batch = new NpgsqlBatch(connection);
        statements.ToList().ForEach(statement => batch.BatchCommands.Add(new(statement)));
        return await batch.ExecuteScalarAsync() as string ?? "";
    }
}
