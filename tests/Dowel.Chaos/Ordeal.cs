using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>Disturbs many databases, and lets one more run complete each.</summary>
internal static class Ordeal
{
    /// <summary>How the description of an error begins that is not Dowel's own.</summary>
    public const string Stray = "STRAY";

    private const int AtOnce = 2;

    /// <summary>Disturbs a number of databases.</summary>
    /// <param name="arena">The engine and its scripts.</param>
    /// <param name="count">How many.</param>
    /// <param name="disturb">Disturbs one, given its number from 1, and says how.</param>
    /// <returns>What the next run could not bring in order.</returns>
    public static async Task<List<string>> EachAsync(Arena arena, int count, Func<int, TestDatabase, Task<string>> disturb)
    {
        var failures = new List<string>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(1, count), parallel, async (number, _) =>
        {
            await using var database = await arena.Engine.CreateAsync();
            var what = await disturb(number, database);
            if (await CompleteAsync(arena, database) is { Length: > 0 } difference)
            {
                lock (failures)
                {
                    failures.Add($"{what}: {difference}");
                }
            }
        });
        return failures;
    }

    /// <summary>Runs once more, and tells what is not as it should be.</summary>
    public static async Task<string> CompleteAsync(Arena arena, TestDatabase database)
    {
        try
        {
            await arena.UpAsync(database);
            return await arena.DifferenceAsync(database);
        }
        catch (DowelException error)
        {
            return error.Message;
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    /// <summary>Runs to be disturbed: it may fail, but only with an error of Dowel's own.</summary>
    public static async Task<string> TryAsync(Arena arena, TestDatabase database, Boundaries boundaries)
    {
        try
        {
            await arena.UpAsync(database, boundaries);
            return "nothing was said";
        }
        catch (DowelException error)
        {
            return error.Code;
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    // What escapes with another type than Dowel's is a fault in itself.
    private static string Describe(Exception error)
    {
        var place = (error.StackTrace ?? "").Split('\n').FirstOrDefault(line => line.Contains("at Dowel.", StringComparison.Ordinal))?.Trim();
        return $"{Stray} {error.GetType().Name}: {error.Message.Split('\n')[0]} {place}";
    }
}
