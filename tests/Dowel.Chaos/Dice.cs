using System.Globalization;

namespace Dowel.Chaos;

/// <summary>How much is left to chance.</summary>
internal static class Dice
{
    /// <summary>How many random moments are tried on each engine: <c>DOWEL_CHAOS_KILLS</c>, 20.</summary>
    public static int Throws { get; } = Read("DOWEL_CHAOS_KILLS", 20);

    /// <summary>Where chance begins: <c>DOWEL_CHAOS_SEED</c>, or another one each time.</summary>
    public static int Seed { get; } = Read("DOWEL_CHAOS_SEED", Environment.TickCount & int.MaxValue);

    /// <summary>Of so many boundaries one is tried: each where <c>DOWEL_CHAOS_KILLS</c> asks for an examination, else a third, another one each time.</summary>
    public static int Stride { get; } = Throws > 20 ? 1 : 3;

    /// <summary>The boundaries that are tried, from 1 to the last, one of so many.</summary>
    public static int[] Boundaries(int last, int stride) =>
        [.. Enumerable.Range(1, (last + stride - 1) / stride).Select(number => Math.Min(last, (number * stride) - (Seed % stride)))];

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
