using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dowel.HostProcesses;

/// <summary>eng/host, by which <c>make dev-up</c> and <c>make dev-down</c> start and stop the service.</summary>
public sealed class ScriptTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dowel-host-").FullName;
    private readonly int _port = HostProcess.FreePort();

    private string PidFile => Path.Combine(_folder, "host.pid");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_starts_the_service_once_and_stops_it()
    {
        (await RunAsync("start")).Output.ShouldContain($"The service is running at http://127.0.0.1:{_port}.");
        var process = await ReadPidAsync();
        (await RunAsync("start")).Output.ShouldContain("The service is already running");
        (await ReadPidAsync()).ShouldBe(process);
        (await RunAsync("run")).ShouldBe((1, "eng/host: the service runs in the background; stop it first with: make dev-down\n"));

        (await RunAsync("stop")).ShouldBe((0, "The service has stopped.\n"));
        File.Exists(PidFile).ShouldBeFalse();
        (await RunAsync("stop")).ShouldBe((0, ""));
    }

    [Fact]
    public async Task It_starts_anew_what_has_died_and_leaves_alone_who_has_its_number_now()
    {
        await WriteOwnPidAsync();
        (await RunAsync("stop")).ShouldBe((0, "")); // or this test would be no more

        await WriteOwnPidAsync();
        (await RunAsync("start")).Code.ShouldBe(0);
        using (var process = Process.GetProcessById(await ReadPidAsync()))
        {
            process.Kill();
        }

        (await RunAsync("start")).Output.ShouldContain("The service is running at");
    }

    [Fact]
    public async Task It_says_where_the_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();

        var (code, output) = await RunAsync("start");

        code.ShouldBe(1);
        output.ShouldBe($"eng/host: something else listens at http://127.0.0.1:{_port}; stop it, or set DOWEL_PORT\n");
    }

    private Task WriteOwnPidAsync() => File.WriteAllTextAsync(PidFile, $"{Environment.ProcessId}\n", TestContext.Current.CancellationToken);

    private async Task<int> ReadPidAsync() =>
        int.Parse(await File.ReadAllTextAsync(PidFile, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);

    private async Task<(int Code, string Output)> RunAsync(string action)
    {
        var start = new ProcessStartInfo(Path.Combine(Built.Root, "eng", "host"), [action, "sqlite"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOWEL_HOST"] = Built.Host,
                ["DOWEL_DATA"] = _folder,
                ["DOWEL_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var script = Process.Start(start)!;
        var output = await Task.WhenAll(
            script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, string.Concat(output));
    }
}
