namespace Dowel.Conformance;

/// <summary>Numbers of up to nine digits, two after the point.</summary>
internal abstract class Cents : IDigits
{
    /// <inheritdoc/>
    public static int Precision => 9;

    /// <inheritdoc/>
    public static int Scale => 2;
}
