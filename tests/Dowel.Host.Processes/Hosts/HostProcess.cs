using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Dowel.HostProcesses;

/// <summary>The service in a process of its own, at a port of its own.</summary>
internal sealed partial class HostProcess : IDisposable
{
    public const string Listening = "Now listening on";

    private const int SigTerm = 15;

    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private HostProcess(ProcessStartInfo start, Uri address)
    {
        Address = address;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static HostProcess Start(HostPlace place, params IEnumerable<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Built.Host + ".dll", .. place.Arguments, "--urls", $"{address}", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.FileName = Environment.ProcessPath!;
        }

        // A short life is spent on compiling; the quickest compiler is the best one.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOWEL_LIMITS__PERSECOND"] = "1000000";
        foreach (var (name, value) in place.Environment)
        {
            start.Environment[name] = value;
        }

        return new(start, address);
    }

    /// <summary>A port that nobody listens at just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether anything answers at the port.</summary>
    public async Task<bool> AnswersAsync() => await AskAsync("/health/live") is not null;

    /// <summary>Waits until it answers at all.</summary>
    public Task WaitForAnswerAsync() => WaitAsync(AnswersAsync);

    /// <summary>Waits until it says that it can be given work.</summary>
    public Task WaitUntilReadyAsync() => WaitAsync(async () => await AskAsync("/health/ready") == HttpStatusCode.OK);

    /// <summary>Kills it with SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Cancellation);
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        SendSignal(_process.Id, SigTerm).ShouldBe(0);
        return await ExitAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(Cancellation).WaitAsync(StartBound, Cancellation);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task<HttpStatusCode?> AskAsync(string path)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(Address, path), Cancellation);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task WaitAsync(Func<Task<bool>> isThere)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isThere())
        {
            _process.HasExited.ShouldBeFalse(Output);
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(StartBound, Output);
            await Task.Delay(20, Cancellation);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private void Keep(string? line)
    {
        lock (_lines)
        {
            _lines.Add(line ?? "");
        }
    }
}
