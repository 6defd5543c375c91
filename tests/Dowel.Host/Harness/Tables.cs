using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.HostTests;

/// <summary>The tables as their owner sees them, past the service and past row security.</summary>
public sealed class Tables(string? folder, string? connectionString)
{
    private static readonly string[] Owned = ["projects", "project_files", "agent_states"];

    /// <summary>Opens one system's database.</summary>
    public async Task<DbConnection> OpenAsync(string system)
    {
        DbConnection connection = folder is not null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, system + ".db")};Pooling=False")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = system, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs SQL and shows its rows as lines.</summary>
    public async Task<string> QueryAsync(string system, string sql)
    {
        await using var connection = await OpenAsync(system);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return string.Join('\n', rows);
    }

    /// <summary>All that is in the workspaces.</summary>
    public async Task<string> WorkspacesAsync() =>
        string.Join("\n\n", await Task.WhenAll(Owned.Select(table => QueryAsync("workspaces", $"select * from {table} order by id"))));

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
