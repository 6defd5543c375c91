using Npgsql;
using Workspaces;

namespace Dowel.Systems;

/// <summary>The role that the service of workspaces runs as on PostgreSQL: no superuser, and not the owner of the tables.</summary>
internal static class WorkspacesRole
{
    public const string Name = "dowel_workspaces_app";

    // As its README says, before the first migration.
    private const string Grants = $"""
        do $$ begin create role {Name} login; exception when duplicate_object or unique_violation then null; end $$;
        create schema if not exists {WorkspacesMigrations.DefaultSchema};
        grant usage on schema {WorkspacesMigrations.DefaultSchema} to {Name};
        alter default privileges in schema {WorkspacesMigrations.DefaultSchema} grant select, insert, update, delete on tables to {Name};
        """;

    public static async Task<string> PrepareAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Grants, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return ConnectionString(connectionString);
    }

    public static string ConnectionString(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Username = Name,
        SearchPath = WorkspacesMigrations.DefaultSchema,
    }.ConnectionString;
}
