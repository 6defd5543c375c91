using Npgsql;

namespace Dowel.Cli.Tests;

/// <summary>A PostgreSQL database of a test's own, named in the folder's environment; the test makes and drops it by the command line.</summary>
internal static class PostgresFolder
{
    private const string Variable = "DOWEL_TEST_POSTGRES";

    /// <summary>The server's URL; the test is skipped where none is given.</summary>
    public static string Url()
    {
        var url = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"{Variable} names no PostgreSQL; 'make test' does.");
        return url!;
    }

    /// <summary>Sends statements past the command line.</summary>
    public static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(address).ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Names a new database in the folder's environment.</summary>
    public static WorkingFolder OnPostgres(this WorkingFolder folder)
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(Url()).ConnectionString)
        {
            Database = $"dowel_cli_{Guid.NewGuid():n}",
        };
        folder.Variables["DOWEL_URL"] = settings.ConnectionString;
        folder.Variables["<database>"] = settings.Database;
        folder.Variables["<host>"] = settings.Host!;
        folder.Variables["<port>"] = $"{settings.Port}";
        return folder;
    }
}
