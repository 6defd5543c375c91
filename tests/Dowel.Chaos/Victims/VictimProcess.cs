using System.Diagnostics;
using System.Globalization;

namespace Dowel.Chaos;

/// <summary>A victim as the test sees it.</summary>
internal sealed class VictimProcess : IAsyncDisposable
{
    private readonly Process _process;

    private VictimProcess(Process process) => _process = process;

    /// <summary>Starts a victim; it waits until it is told to go.</summary>
    /// <param name="arena">The engine and its scripts.</param>
    /// <param name="database">The database it works on.</param>
    /// <param name="fate">What becomes of it.</param>
    /// <param name="boundary">Behind which call to the database, from 1.</param>
    public static async Task<VictimProcess> StartAsync(Arena arena, TestDatabase database, Fate fate = Fate.Live, int boundary = 0)
    {
        string[] arguments =
        [
            typeof(Victim).Assembly.Location, Victim.Mode, arena.Engine.Dialect.Name, database.ConnectionString, arena.Folder,
            $"{fate}", boundary.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // A short life is spent on compiling; the quickest compiler is the best one.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet")
        {
            start.ArgumentList.RemoveAt(0);
        }

        var victim = new VictimProcess(Process.Start(start)!);
        await victim.ExpectAsync("ready");
        return victim;
    }

    /// <summary>Lets it begin.</summary>
    public Task GoAsync() => _process.StandardInput.WriteLineAsync("go");

    /// <summary>Reads lines until one begins with the word.</summary>
    public async Task<string> ExpectAsync(string word)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return line;
            }

            line.ShouldNotStartWith("failed", Case.Sensitive);
        }

        throw new InvalidOperationException($"The victim ended with code {_process.ExitCode} and never said '{word}'.");
    }

    /// <summary>Reads how its run ended.</summary>
    public async Task<VictimReport> FinishAsync()
    {
        var words = (await ExpectAsync("done")).Split(' ');
        return new(
            TimeSpan.FromMilliseconds(int.Parse(words[1], CultureInfo.InvariantCulture)),
            int.Parse(words[2], CultureInfo.InvariantCulture),
            int.Parse(words[3], CultureInfo.InvariantCulture));
    }

    /// <summary>Reads how its run ended, well or not.</summary>
    public async Task<string> EndAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("done", StringComparison.Ordinal) || line.StartsWith("failed", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The victim ended with code {_process.ExitCode} and said nothing.");
    }

    /// <summary>Stops it with SIGSTOP.</summary>
    public Task StopAsync() => SignalAsync("-STOP");

    /// <summary>Lets it go on.</summary>
    public Task ResumeAsync() => SignalAsync("-CONT");

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Kills it with SIGKILL, where it still lives.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has killed itself.</summary>
    public async Task DieAsync()
    {
        await _process.WaitForExitAsync();
        _process.ExitCode.ShouldBe(128 + 9);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
