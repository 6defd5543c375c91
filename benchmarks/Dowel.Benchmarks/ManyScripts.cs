using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>What thousands of small scripts cost.</summary>
internal sealed class ManyScripts(Engine engine, string name)
{
    private const int Few = 2000;
    private const int Many = 10_000;
    private const int Runs = 3;

    private bool IsPostgres => engine == Engine.Postgres;

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var few = new ScriptFolder(Few);
        using var many = new ScriptFolder(Many);
        var (fewApply, fewIdle) = await RunAsync(few, Runs);
        var (manyApply, manyIdle) = await RunAsync(many, 1);
        var figures = new List<Figure>
        {
            new(name, $"{Few} scripts applied, from the disk on", fewApply, "s", IsPostgres ? 2.5 : null),
            new(name, $"{Few} scripts, nothing to do, from the disk on", fewIdle, "s", IsPostgres ? 0.15 : null),
            new(name, $"{Many} scripts applied", manyApply, "s"),
            new(name, $"{Many} scripts, nothing to do", manyIdle, "s"),
            new(name, "growth a script, applied", manyApply / fewApply * Few / Many, "x", 1.25),
            new(name, "growth a script, nothing to do", manyIdle / fewIdle * Few / Many, "x", 1.25),
        };
        if (IsPostgres && await RunClientAsync(few) is { } floor)
        {
            figures.Add(new(name, $"floor: the same {Few} through one psql -f", floor, "s"));
        }

        return figures;
    }

    private async Task<(double Apply, double Idle)> RunAsync(ScriptFolder scripts, int runs)
    {
        var apply = new List<double>();
        var idle = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            await using var target = await engine.CreateAsync();
            apply.Add(await Stopwatching.TimeAsync(() => scripts.UpAsync(engine, target)));
            idle.Add(await Stopwatching.MedianAsync(3, () => scripts.UpAsync(engine, target)));
        }

        return (Stopwatching.Median(apply) / 1000, Stopwatching.Median(idle) / 1000);
    }

    private async Task<double?> RunClientAsync(ScriptFolder scripts)
    {
        await using var target = await engine.CreateAsync();
        var place = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, scripts.Concatenated);
        string[] arguments =
        [
            "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", place.Host!, "-p", place.Port.ToString(CultureInfo.InvariantCulture),
            "-U", place.Username!, "-d", place.Database!, "-f", file,
        ];
        try
        {
            return await Stopwatching.TimeAsync(async () =>
            {
                using var process = Process.Start(new ProcessStartInfo("psql", arguments) { UseShellExecute = false })!;
                await process.WaitForExitAsync();
            }) / 1000;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
