using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dowel.Chaos;

/// <summary>A disk that fills up.</summary>
public sealed class FullDiskTests
{
    private const int StepKilobytes = 24;

    [Fact]
    public async Task A_run_that_a_full_disk_has_stopped_completes_when_there_is_room()
    {
        var arena = Arena.Sqlite;
        var failures = new List<string>();
        var stopped = 0;
        for (var size = StepKilobytes; ; size += StepKilobytes)
        {
            await using var database = await arena.Engine.CreateAsync();
            var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
            Assert.SkipUnless(
                await TryRunAsync("mount", "-t", "tmpfs", "-o", SizeOf(size), "tmpfs", folder),
                "Only root on Linux may mount a small disk.");
            var said = await Ordeal.TryAsync(arena, database, new(_ => Task.CompletedTask));
            await TryRunAsync("mount", "-o", $"remount,{SizeOf(64 * 1024)}", folder);
            var difference = await Ordeal.CompleteAsync(arena, database);
            await TryRunAsync("umount", folder);
            if (difference.Length > 0 || said.StartsWith(Ordeal.Stray, StringComparison.Ordinal))
            {
                failures.Add($"disk of {size} kB, {said}: {difference}");
            }

            if (!said.StartsWith("DWL", StringComparison.Ordinal))
            {
                break;
            }

            stopped++;
        }

        Findings.Add(arena, "disk full", $"{stopped - failures.Count} of {stopped} completed by the next run");
        stopped.ShouldBeGreaterThan(5);
        failures.ShouldBeEmpty();
    }

    private static string SizeOf(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    private static async Task<bool> TryRunAsync(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
