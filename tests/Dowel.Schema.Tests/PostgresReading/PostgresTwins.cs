using System.Diagnostics;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Schema.Tests;

/// <summary>Databases of their own on the server of the tests, and what its own tools say of them.</summary>
internal sealed class PostgresTwins : IAsyncDisposable
{
    private static readonly string Folder = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin") + "/").FirstOrDefault(bin => File.Exists(bin + "pg_dump")) ?? ""
        : "";

    private readonly string _name = $"dowel_twin_{Guid.NewGuid():n}"[..24];
    private readonly List<NpgsqlConnection> _connections = [];
    private readonly List<string> _databases = [];

    /// <summary>A role of this test alone, for <c>{role}</c> in scripts.</summary>
    public string Role => _name;

    public static async Task<PostgresTwins> CreateAsync()
    {
        var twins = new PostgresTwins();
        await OnServerAsync($"create role {twins.Role}");
        return twins;
    }

    /// <summary>A new database with a script run on it.</summary>
    public async Task<NpgsqlConnection> DatabaseAsync(string script, string? searchPath = null)
    {
        var name = await PostgresDatabases.TakeAsync();
        _databases.Add(name);
        if (script.Length > 0)
        {
            await RunAsync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", name], script.Replace("{role}", Role, StringComparison.Ordinal));
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Scratch.ServerSettings().ConnectionString) { Database = name, SearchPath = searchPath }.ConnectionString);
        _connections.Add(connection);
        await connection.OpenAsync();
        return connection;
    }

    public static Task<DatabaseModel> ReadAsync(NpgsqlConnection connection, string? schema = null) =>
        PostgresSchemaReader.ReadAsync(connection, new([]) { Schema = schema }, TestContext.Current.CancellationToken);

    /// <summary>Runs a script on an empty database and reads what it makes.</summary>
    public static async Task<DatabaseModel> ModelAsync(string script, string? searchPath = null, string? schema = null)
    {
        await using var twins = await CreateAsync();
        return await ReadAsync(await twins.DatabaseAsync(script, searchPath), schema);
    }

    /// <summary>Sends statements as they stand.</summary>
    public static async Task SendAsync(NpgsqlConnection connection, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            try
            {
                await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(statement) } };
                await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }
            catch (PostgresException failure)
            {
                throw new InvalidOperationException($"{failure.MessageText}\n{statement}", failure);
            }
        }
    }

    /// <summary>What <c>pg_dump</c> says of a database, sorted, since the order of statements is no difference.</summary>
    public static async Task<string> DumpAsync(NpgsqlConnection connection)
    {
        var text = await RunAsync("pg_dump", ["-s", "--no-security-labels", "-d", connection.Database], "");
        var lines = text.Split('\n').Select(line => line.Trim().TrimEnd(',')).Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && line[0] != '\\');
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        foreach (var name in _databases)
        {
            await PostgresDatabases.GiveBackAsync(name);
        }

        await OnServerAsync($"drop role {Role}");
    }

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Scratch.ServerSettings().ConnectionString);
        await connection.OpenAsync();
        await SendAsync(connection, [statement]);
    }

    private static async Task<string> RunAsync(string tool, IEnumerable<string> arguments, string input)
    {
        var settings = Scratch.ServerSettings();
        var start = new ProcessStartInfo(Folder + tool, ["-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = settings.Password ?? "", ["PGCLIENTENCODING"] = "UTF8" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{tool}: {await errors}");
    }
}
