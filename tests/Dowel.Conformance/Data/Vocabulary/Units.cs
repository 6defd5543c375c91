namespace Dowel.Conformance;

/// <summary>Numbers of whole numbers past 64 bits.</summary>
internal abstract class Units : IDigits
{
    /// <inheritdoc/>
    public static int Precision => 20;

    /// <inheritdoc/>
    public static int Scale => 0;
}
