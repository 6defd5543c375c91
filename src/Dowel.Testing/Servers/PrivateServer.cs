using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dowel.Migrations;

namespace Dowel.Testing;

/// <summary>A server of this process's own, on a Unix socket in a temporary folder; Unix only.</summary>
/// <remarks>
/// A shell stands between the two. It waits for the end of its input, which comes when this process ends, even if it is killed; then it stops
/// the server and removes the folder. What a killed shell leaves is removed by the next one.
/// </remarks>
internal static class PrivateServer
{
    // A socket's path has room for some 100 bytes.
    private const int TempPathMax = 60;

    /// <summary>What is held open; a process object that is collected closes its input.</summary>
    public static ConcurrentBag<Process> Running { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="programs">The folder of its programs.</param>
    /// <returns>How the driver connects to it.</returns>
    /// <exception cref="DatabaseUnavailableException">It does not start.</exception>
    public static async Task<string> StartAsync(string programs)
    {
        var home = Path.Combine(Path.GetTempPath().Length > TempPathMax ? "/tmp" : Path.GetTempPath(), $"dowel-pg-{Guid.NewGuid():n}"[..20]);
        Directory.CreateDirectory(home);
        var shell = Launcher.Start("/bin/sh", "-c", Script(), "dowel-private-server", programs, home, ServerUser());
        if (await shell.StandardOutput.ReadLineAsync().ConfigureAwait(false) != "ready")
        {
            var words = await shell.StandardError.ReadToEndAsync().ConfigureAwait(false);
            throw new DatabaseUnavailableException(TestingErrors.NotStarted($"The PostgreSQL of {programs}", words.Trim()), inner: null);
        }

        Running.Add(shell);
        return new DbConnectionStringBuilder { ["Host"] = home, ["Username"] = "postgres", ["Database"] = "postgres" }.ConnectionString;
    }

    // The server refuses to run as root.
    private static string ServerUser() => !Environment.IsPrivilegedProcess ? ""
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres"
        : "nobody";

    private static string Script()
    {
        using var reader = new StreamReader(typeof(PrivateServer).Assembly.GetManifestResourceStream("private-server.sh")!);
        return reader.ReadToEnd();
    }
}
