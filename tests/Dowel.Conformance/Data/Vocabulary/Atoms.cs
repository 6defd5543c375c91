namespace Dowel.Conformance;

/// <summary>Numbers of as many digits as there can be.</summary>
internal abstract class Atoms : IDigits
{
    /// <inheritdoc/>
    public static int Precision => 28;

    /// <inheritdoc/>
    public static int Scale => 10;
}
