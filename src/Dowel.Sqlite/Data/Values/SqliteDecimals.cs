using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Spells decimal numbers: an integer in the last digit's unit, or text whose order is the numbers' order.</summary>
/// <remarks>
/// The text has the same length for all numbers of a column: all digits with a point, after <c>-</c> for a negative number, whose digits are
/// then each taken from nine, so that the more negative comes first. <c>-</c> comes before all digits.
/// </remarks>
internal static class SqliteDecimals
{
    /// <summary>The most digits that an integer of SQLite holds in full.</summary>
    public const int IntegerDigitsMax = 18;

    /// <summary>How many bytes a number's text has at most: 28 digits, a sign and a point.</summary>
    public const int TextBytesMax = 30;

    /// <summary>The number in the last digit's unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more digits than the column.</exception>
    public static decimal Scale(decimal value, int precision, int scale)
    {
        if (Math.Abs(value) < DecimalDigits.Power(precision - scale))
        {
            var scaled = value * DecimalDigits.Power(scale);
            if (decimal.Truncate(scaled) == scaled)
            {
                return scaled;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), $"The number has more digits than numeric({precision}, {scale}) holds.");
    }

    /// <summary>The number whose last digit's unit was counted.</summary>
    public static decimal Unscale(long count, int scale)
    {
        var size = count < 0 ? (ulong)-count : (ulong)count;
        return new((int)size, (int)(size >> 32), 0, count < 0, (byte)scale);
    }

    /// <summary>Writes a number as text.</summary>
    /// <returns>How many bytes.</returns>
    public static int Write(decimal value, int precision, int scale, Span<byte> text)
    {
        var scaled = Scale(value, precision, scale);
        var isNegative = scaled < 0;
        var rest = UInt128.CreateChecked(decimal.Abs(scaled));
        var length = precision + (scale > 0 ? 1 : 0) + (isNegative ? 1 : 0);
        var point = scale > 0 ? length - scale - 1 : -1;
        for (var i = length - 1; i >= (isNegative ? 1 : 0); i--)
        {
            if (i == point)
            {
                text[i] = (byte)'.';
                continue;
            }

            (rest, var figure) = UInt128.DivRem(rest, 10);
            text[i] = (byte)('0' + (isNegative ? 9 - (int)figure : (int)figure));
        }

        if (isNegative)
        {
            text[0] = (byte)'-';
        }

        return length;
    }

    /// <summary>Reads a number's text.</summary>
    /// <returns>False where it is none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, int scale, out decimal value)
    {
        value = 0;
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative ? text[1..] : text;
        UInt128 count = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (scale > 0 && i == digits.Length - scale - 1)
            {
                if (digits[i] != '.')
                {
                    return false;
                }
            }
            else if (!char.IsAsciiDigit((char)digits[i]) || i > TextBytesMax)
            {
                return false;
            }
            else
            {
                count = (count * 10) + (UInt128)(isNegative ? '9' - digits[i] : digits[i] - '0');
            }
        }

        if (digits.Length <= scale || count >> 96 != 0)
        {
            return false;
        }

        value = new((int)(uint)count, (int)(uint)(count >> 32), (int)(uint)(count >> 64), isNegative, (byte)scale);
        return true;
    }
}
