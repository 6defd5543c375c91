using System.Globalization;

namespace Dowel.Chaos;

/// <summary>How much is left to chance.</summary>
internal static class Dice
{
    /// <summary>How many random moments are tried on each engine: <c>DOWEL_CHAOS_KILLS</c>, 20.</summary>
    public static int Throws { get; } = Read("DOWEL_CHAOS_KILLS", 20);

    /// <summary>Where chance begins: <c>DOWEL_CHAOS_SEED</c>, or another one each time.</summary>
    public static int Seed { get; } = Read("DOWEL_CHAOS_SEED", Environment.TickCount & int.MaxValue);

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
