using System.Diagnostics;

namespace Dowel.Peers;

/// <summary>A program that has run to its end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained of.</param>
/// <param name="Elapsed">From its start to its end.</param>
internal sealed record ProcessRun(int ExitCode, string Output, string Error, TimeSpan Elapsed)
{
    /// <summary>Whether it ended well.</summary>
    public bool IsOk => ExitCode == 0;

    /// <summary>All that it said.</summary>
    public string Text => $"{Output}{Error}".Trim();

    /// <summary>Runs a program.</summary>
    public static async Task<ProcessRun> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken = default)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new(process.ExitCode, await output, await error, elapsed);
    }
}
