namespace Dowel.Benchmarks;

/// <summary>Measures Dowel from its own repository: prints and keeps the figures of migrations, all of them or the parts named.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is [Racer.Mode, var engine, var connectionString, var folder])
        {
            return await Racer.RunAsync(engine, connectionString, folder);
        }

        if (arguments.Except(MigrateBenchmark.Names).Any())
        {
            await Console.Error.WriteLineAsync($"Usage: Dowel.Benchmarks [{string.Join(" | ", MigrateBenchmark.Names)}]…");
            return 2;
        }

        await MigrateBenchmark.RunAsync(arguments);
        return 0;
    }
}
