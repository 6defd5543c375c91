using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>A pgbouncer of this process's own, in transaction mode; tests that need it are skipped where the machine has none.</summary>
public sealed class PgBouncer
{
    /// <summary>The environment variable with the program's path, as <c>eng/pgbouncer</c> prints it.</summary>
    public const string Variable = "DOWEL_TEST_PGBOUNCER";

    private const int Port = 6432;

    private static readonly SemaphoreSlim Turn = new(1);

    private static readonly Dictionary<string, PgBouncer> Started = new(StringComparer.Ordinal);

    private readonly string _folder;

    private PgBouncer(string folder) => _folder = folder;

    /// <summary>The pooler of this process before a server, started with the first call.</summary>
    /// <param name="server">The server.</param>
    /// <param name="mode">When a session goes to the next client: <c>transaction</c> or <c>session</c>.</param>
    public static async Task<PgBouncer> StartedAsync(NpgsqlConnectionStringBuilder server, string mode = "transaction")
    {
        await Turn.WaitAsync();
        try
        {
            if (!Started.TryGetValue(mode, out var pooler))
            {
                var program = Find();
                Assert.SkipWhen(program is null, $"There is no pgbouncer on this machine; install the package, or name the program in {Variable}.");
                Started[mode] = pooler = await StartAsync(program, server, mode);
            }

            return pooler;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The same database through the pooler.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Host = _folder,
        Port = Port,
        Password = null,
    }.ConnectionString;

    private static string? Find() =>
        (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? new[] { named } : [])
            .Concat($"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':').Select(folder => Path.Combine(folder, "pgbouncer")))
            .FirstOrDefault(File.Exists);

    private static async Task<PgBouncer> StartAsync(string program, NpgsqlConnectionStringBuilder server, string mode)
    {
        var folder = Directory.CreateTempSubdirectory("dowel-pb-").FullName;
        var password = server.Password is { Length: > 0 } secret ? $" password='{secret}'" : "";
        await File.WriteAllTextAsync(Path.Combine(folder, "pgbouncer.ini"), string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host={server.Host} port={server.Port} user={server.Username}{password}
            [pgbouncer]
            listen_addr =
            listen_port = {Port}
            unix_socket_dir = {folder}
            auth_type = any
            pool_mode = {mode}
            default_pool_size = 20
            max_client_conn = 500
            """));
        var process = Process.Start(Command(program, folder))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(process, folder);
        for (var i = 0; !File.Exists(Path.Combine(folder, $".s.PGSQL.{Port}")); i++)
        {
            (i < 200 && !process.HasExited).ShouldBeTrue("pgbouncer does not start");
            await Task.Delay(25);
        }

        return new(folder);
    }

    // It refuses to run as root, and its user must be able to make the socket.
    private static ProcessStartInfo Command(string program, string folder)
    {
        string[] words = [program, "-q", Path.Combine(folder, "pgbouncer.ini")];
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            words = ["runuser", "-u", "postgres", "--", .. words];
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
            File.SetUnixFileMode(Path.Combine(folder, "pgbouncer.ini"), (UnixFileMode)0b110_100_100);
        }

        return new("sh", ["-c", $"cd / && exec \"$@\" >{folder}/log 2>&1 </dev/null", "sh", .. words]) { UseShellExecute = false };
    }

    private static void Stop(Process process, string folder)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);
    }
}
