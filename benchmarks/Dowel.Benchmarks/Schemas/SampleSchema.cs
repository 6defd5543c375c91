using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dowel.Benchmarks;

/// <summary>A schema of many tables that refer to each other.</summary>
internal static class SampleSchema
{
    /// <summary>Makes it.</summary>
    /// <param name="target">An empty database.</param>
    /// <param name="tables">How many tables.</param>
    /// <param name="changes">How many of them have a column more.</param>
    public static async Task CreateAsync(TestDatabase target, int tables, int changes)
    {
        await using var connection = await target.ConnectAsync();
        await connection.ExecuteAsync("begin");
        foreach (var statement in Enumerable.Range(0, tables).SelectMany(table => Statements(table, table < changes)))
        {
            await connection.ExecuteAsync(statement);
        }

        await connection.ExecuteAsync("commit");
    }

    /// <summary>The file of a SQLite database.</summary>
    public static string FileOf(TestDatabase target) => new SqliteConnectionStringBuilder(target.ConnectionString).DataSource;

    private static IEnumerable<string> Statements(int table, bool isChanged)
    {
        var parent = Math.Max(0, table - 1);
        yield return string.Create(CultureInfo.InvariantCulture, $"""
            create table t{table} (
                id bigint not null primary key,
                name text not null,
                code text not null unique,
                amount integer not null default 0,
                is_open boolean not null default true,
                note text,
                parent_id bigint references t{parent} (id) on delete cascade,
                made_at bigint not null{(isChanged ? ",\n    more text" : "")},
                constraint t{table}_amount_chk check (amount >= 0)
            )
            """);
        yield return string.Create(CultureInfo.InvariantCulture, $"create index t{table}_name_idx on t{table} (name, made_at)");
        if (table % 10 == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"create view v{table} as select id, name from t{table} where amount > 0");
        }
    }
}
