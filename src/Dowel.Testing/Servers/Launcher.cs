using System.Diagnostics;

namespace Dowel.Testing;

/// <summary>Starts programs.</summary>
internal static class Launcher
{
    /// <summary>Starts a program whose input, output and errors are pipes.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static Process Start(string program, params IReadOnlyCollection<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed; null where it failed, or is not there.</returns>
    public static async Task<string?> RunAsync(string program, params IReadOnlyCollection<string> arguments)
    {
        try
        {
            using var process = Start(program, arguments);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync().ConfigureAwait(false);
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
