using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dowel.Benchmarks;

/// <summary>The service with the peers' endpoints beside its own, in a process of its own.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    /// <summary>The word on the command line that starts it.</summary>
    public const string Mode = "serve";

    private static readonly HttpClient Http = new();

    private readonly Process _process;

    private ServedHost(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="place">Where its data is.</param>
    public static async Task<ServedHost> StartAsync(RacePlace place)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServedHost).Assembly.Location);
        }

        foreach (var argument in (string[])
        [
            Mode, .. place.Arguments, "--urls", $"{address}",
            "--Limits:PerSecond", "10000000", "--Limits:AnonymousPerSecond", "10000000", "--Logging:LogLevel:Default", "Warning",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in place.Environment)
        {
            start.Environment[name] = value;
        }

        var host = new ServedHost(Process.Start(start)!, address);
        while (!await host.IsReadyAsync())
        {
            if (host._process.HasExited)
            {
                throw new InvalidOperationException("The service does not start.");
            }

            await Task.Delay(50);
        }

        return host;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
