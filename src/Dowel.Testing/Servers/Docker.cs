using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dowel.Migrations;

namespace Dowel.Testing;

/// <summary>A server of this process's own in a container.</summary>
/// <remarks>The container ends with its input, and that with this process, even if it is killed.</remarks>
internal static class Docker
{
    /// <summary>Docker's command.</summary>
    public const string Command = "docker";

    private const string Image = "postgres:17";

    private const string Script =
        "docker-entrypoint.sh postgres -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off >/dev/null 2>&1 & cat >/dev/null";

    // The first start may have to fetch the image.
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>What is held open; a process object that is collected closes its input.</summary>
    public static ConcurrentBag<Process> Running { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="docker">Docker's command.</param>
    /// <returns>How the driver connects to it; null where Docker does not answer.</returns>
    /// <exception cref="DatabaseUnavailableException">It does not start.</exception>
    public static async Task<string?> StartAsync(string docker)
    {
        if (await Launcher.RunAsync(docker, "info").ConfigureAwait(false) is null)
        {
            return null;
        }

        var name = $"dowel-testing-{Guid.NewGuid():n}";
        var container = Launcher.Start(
            docker, "run", "--rm", "-i", "--name", name, "-e", "POSTGRES_HOST_AUTH_METHOD=trust", "-p", "127.0.0.1::5432", Image, "sh", "-c", Script);
        Running.Add(container);
        for (var start = Stopwatch.GetTimestamp(); !container.HasExited && Stopwatch.GetElapsedTime(start) < WaitMax;)
        {
            // Over TCP: while the image prepares its folder the server answers on its socket alone.
            if (await Launcher.RunAsync(docker, "exec", name, "pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres").ConfigureAwait(false) is not null
                && await Launcher.RunAsync(docker, "port", name, "5432/tcp").ConfigureAwait(false) is { } port)
            {
                return Settings(port.Split('\n')[0]);
            }

            await Task.Delay(Pause).ConfigureAwait(false);
        }

        container.StandardInput.Close();
        var words = await container.StandardError.ReadToEndAsync().ConfigureAwait(false);
        throw new DatabaseUnavailableException(TestingErrors.NotStarted($"The container of {Image}", words.Trim()), inner: null);
    }

    private static string Settings(string address) => new DbConnectionStringBuilder
    {
        ["Host"] = address[..address.LastIndexOf(':')],
        ["Port"] = address[(address.LastIndexOf(':') + 1)..],
        ["Username"] = "postgres",
        ["Database"] = "postgres",
    }.ConnectionString;
}
