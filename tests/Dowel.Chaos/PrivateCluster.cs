using System.Diagnostics;

namespace Dowel.Chaos;

/// <summary>A PostgreSQL server of a test's own, which it may hurt.</summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _folder;

    private PrivateCluster(string programs, string folder) => (_programs, _folder) = (programs, folder);

    /// <summary>The server as tests see it.</summary>
    public PostgresEngine Engine => new($"postgres://postgres@/postgres?host={_folder}");

    /// <summary>Makes and starts a cluster; null where the machine has no server programs.</summary>
    public static async Task<PrivateCluster?> TryStartAsync()
    {
        if (FindPrograms() is not { } programs)
        {
            return null;
        }

        // A socket's path has room for some 100 bytes, and the server's user is another one.
        var cluster = new PrivateCluster(programs, Directory.CreateTempSubdirectory("dowel-pg-").FullName);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", cluster._folder]);
        }

        await cluster.ServeAsync("initdb", "-D", cluster.Data, "--auth=trust", "-U", "postgres", "--encoding=UTF8", "--locale=C", "--no-sync");
        await cluster.ServeAsync(
            "pg_ctl", "-D", cluster.Data, "-w", "-l", cluster.Log, "-o", $"-c listen_addresses='' -c unix_socket_directories={cluster._folder}", "start");
        return cluster;
    }

    /// <summary>Lets the server fall as in a crash, and waits until it has recovered.</summary>
    public Task RestartAsync() => ServeAsync("pg_ctl", "-D", Data, "-w", "-l", Log, "-m", "immediate", "restart");

    public async ValueTask DisposeAsync()
    {
        await ServeAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string Log => Path.Combine(_folder, "log");

    private static string? FindPrograms()
    {
        string[] packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(packaged.OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    // The server refuses to run as root.
    private Task ServeAsync(string program, params string[] arguments)
    {
        var file = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", file, .. arguments]) : RunAsync(file, arguments);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        // No pipes: the server would inherit and keep them.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "cd / && exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }
}
