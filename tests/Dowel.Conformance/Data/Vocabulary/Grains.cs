namespace Dowel.Conformance;

/// <summary>Numbers of as many digits as an integer of 64 bits holds, all after the point.</summary>
internal abstract class Grains : IDigits
{
    /// <inheritdoc/>
    public static int Precision => 18;

    /// <inheritdoc/>
    public static int Scale => 18;
}
