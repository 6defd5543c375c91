using System.Buffers.Binary;

namespace Dowel.Postgres;

/// <summary>Writes decimal numbers as <c>numeric</c>: digits to the base of ten thousand, the first one's weight, a sign and a scale.</summary>
/// <remarks>The form: PostgreSQL 18, numeric.c, numeric_recv.</remarks>
internal static class PostgresNumeric
{
    private const int DigitBase = 10_000;
    private const int DigitsOfBase = 4;
    private const short Negative = 0x4000;

    // 28 digits and up to 3 zeros, that the point falls between two digits of the base.
    private const int DigitsMax = 9;

    /// <summary>Writes a number, with as many digits after the point as it has.</summary>
    public static void Write(decimal value, PostgresCopyBuffer buffer)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var left = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var after = (value.Scale + DigitsOfBase - 1) / DigitsOfBase;
        for (var i = value.Scale; i < after * DigitsOfBase; i++)
        {
            left *= 10;
        }

        // From the last digit to the first; zeros at the end are left out.
        Span<short> digits = stackalloc short[DigitsMax];
        var (count, places) = (0, 0);
        for (; left != 0; places++)
        {
            (left, var digit) = UInt128.DivRem(left, DigitBase);
            if (digit != 0 || count > 0)
            {
                digits[count++] = (short)digit;
            }
        }

        var room = buffer.TakeValue(sizeof(short) * (4 + count));
        BinaryPrimitives.WriteInt16BigEndian(room, (short)count);
        BinaryPrimitives.WriteInt16BigEndian(room[2..], count == 0 ? (short)0 : (short)(places - 1 - after));
        BinaryPrimitives.WriteInt16BigEndian(room[4..], count > 0 && decimal.IsNegative(value) ? Negative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(room[6..], value.Scale);
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(room[(8 + (i * 2))..], digits[count - 1 - i]);
        }
    }
}
