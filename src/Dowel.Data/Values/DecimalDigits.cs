namespace Dowel.Data;

/// <summary>Decimal numbers in columns of a declared number of digits.</summary>
internal static class DecimalDigits
{
    private static readonly decimal[] Powers = MakePowers();

    /// <summary>A one and zeros behind it.</summary>
    /// <param name="digits">How many zeros, 0 to 28.</param>
    /// <returns>The power of ten.</returns>
    public static decimal Power(int digits) => Powers[digits];

    /// <summary>Gives a number all the digits after the point that its column has.</summary>
    /// <param name="value">The number.</param>
    /// <param name="precision">The column's digits, 1 to 28.</param>
    /// <param name="scale">Those after the point.</param>
    /// <param name="scaled">The same number with <paramref name="scale"/> digits after the point.</param>
    /// <returns>False where it has more digits than fit; it is never rounded.</returns>
    public static bool TryScale(decimal value, int precision, int scale, out decimal scaled)
    {
        // Adding a zero of the scale puts the missing digits behind; up to 28 digits always have room for them.
        scaled = decimal.Round(value, scale) + new decimal(0, 0, 0, isNegative: false, (byte)scale);
        return scaled == value && Math.Abs(value) < Powers[precision - scale];
    }

    private static decimal[] MakePowers()
    {
        var powers = new decimal[29];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
