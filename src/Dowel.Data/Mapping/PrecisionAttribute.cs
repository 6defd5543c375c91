namespace Dowel.Data;

/// <summary>How many digits a <see cref="decimal"/> column holds; every such column must say it.</summary>
/// <param name="precision">All digits, 1 to 28.</param>
/// <param name="scale">Those after the point, 0 to <paramref name="precision"/>.</param>
/// <remarks>
/// PostgreSQL: <c>numeric(precision, scale)</c>. SQLite has no decimals: up to 18 digits are stored as an integer counted in the last
/// digit's unit, more as text whose order is the numbers' order. A value with more digits than fit is refused, never rounded.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class PrecisionAttribute(int precision, int scale) : Attribute
{
    /// <summary>All digits.</summary>
    public int Precision { get; } = precision;

    /// <summary>The digits after the point.</summary>
    public int Scale { get; } = scale;
}
