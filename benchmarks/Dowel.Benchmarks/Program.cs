namespace Dowel.Benchmarks;

/// <summary>Measures Dowel from its own repository: prints and keeps the figures of migrations and schemas, or of the parts named.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is [Racer.Mode, var engine, var connectionString, var folder])
        {
            return await Racer.RunAsync(engine, connectionString, folder);
        }

        if (arguments.Except(Benchmark.Names).Any())
        {
            await Console.Error.WriteLineAsync($"Usage: Dowel.Benchmarks [{string.Join(" | ", Benchmark.Names)}]…");
            return 2;
        }

        await Benchmark.RunAsync(arguments);
        return 0;
    }
}
