using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>How many random schemas are tried, and from which seed.</summary>
/// <remarks>
/// The seed is a fresh one for each run. A failure prints it with the smallest schemas that still fail; <c>DOWEL_SCHEMA_SEED=…</c>, with the two numbers
/// and the size as they are printed, tries just that one again, and <c>DOWEL_SCHEMA_PAIRS=300</c> tries more than the usual few.
/// </remarks>
internal static class RandomRuns
{
    private static readonly int? Pairs = int.TryParse(Environment.GetEnvironmentVariable("DOWEL_SCHEMA_PAIRS"), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether somebody has asked for more than the usual.</summary>
    public static bool IsThorough => Pairs is not null;

    /// <summary>Checks that a property holds for so many values, or for as many as were asked for.</summary>
    public static void Check<T>(Arbitrary<T> values, int usual, Func<T, Task> property)
    {
        var said = Environment.GetEnvironmentVariable("DOWEL_SCHEMA_SEED")?.Split([',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(part => ulong.Parse(part, CultureInfo.InvariantCulture)).ToList();
        var config = said is [var seed, var gamma, .. var size]
            ? Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay(new Replay(new(seed, gamma), size.Count > 0 ? (int)size[0] : null))
            : Config.QuickThrowOnFailure.WithMaxTest(Pairs ?? usual);
        Prop.ForAll(values, value => property(value).GetAwaiter().GetResult()).Check(config);
    }
}
