namespace Dowel.Benchmarks;

/// <summary>Measures Dowel from its own repository: <c>migrate</c> prints and keeps the figures of migrations; <c>fan-out</c> prints a part of them.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case [] or ["migrate"]:
                await MigrateBenchmark.RunAsync();
                return 0;
            case [MigrateBenchmark.FanOutPart] or ["migrate", MigrateBenchmark.FanOutPart]:
                await MigrateBenchmark.RunFanOutAsync();
                return 0;
            case [Racer.Mode, var engine, var connectionString, var folder]:
                return await Racer.RunAsync(engine, connectionString, folder);
            default:
                await Console.Error.WriteLineAsync("Usage: Dowel.Benchmarks [migrate] [fan-out]");
                return 2;
        }
    }
}
