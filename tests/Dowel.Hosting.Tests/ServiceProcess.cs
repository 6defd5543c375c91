using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dowel.Hosting.Tests;

/// <summary>A service in a process of its own.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly Process _process;
    private readonly List<string> _lines = [];

    public ServiceProcess(params IEnumerable<(string Key, string? Value)> settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServiceProcess).Assembly.Location);
        }

        start.ArgumentList.Add(ServiceProgram.Mode);
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

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

    public async Task WaitForAsync(string word)
    {
        while (!Output.Contains(word, StringComparison.Ordinal))
        {
            _process.HasExited.ShouldBeFalse(Output);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Kill() => _process.Kill();

    public async Task<int> TerminateAsync()
    {
        SendSignal(_process.Id, Terminate).ShouldBe(0);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
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
