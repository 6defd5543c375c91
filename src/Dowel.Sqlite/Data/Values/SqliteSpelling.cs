using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Dowel.Sqlite;

/// <summary>Spells and reads what SQLite keeps as text of a fixed form.</summary>
/// <remarks>The order of the texts is the order of the values. Times are cut to the microsecond.</remarks>
internal static class SqliteSpelling
{
    /// <summary>Bytes of a UUID: <c>0195d6c0-…</c>.</summary>
    public const int GuidBytes = 36;

    /// <summary>Bytes of a point in time: <c>2026-11-21T09:00:00.000000Z</c>.</summary>
    public const int TimestampBytes = 27;

    /// <summary>Bytes of a day: <c>2026-11-21</c>.</summary>
    public const int DateBytes = 10;

    /// <summary>Bytes of a time of day: <c>09:00:00.000000</c>.</summary>
    public const int TimeBytes = 15;

    /// <summary>Bytes that the longest of these needs while it is written: .NET writes seven digits of a second, and the last is cut off.</summary>
    public const int ScratchBytes = 40;

    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>Writes a UUID in lower case.</summary>
    public static int Write(Guid value, Span<byte> text)
    {
        value.TryFormat(text, out var written);
        return written;
    }

    /// <summary>Writes a point in time.</summary>
    /// <exception cref="ArgumentException">It is not UTC.</exception>
    public static int Write(DateTime value, Span<byte> text)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("A DateTime is stored only if its kind is Utc; what a local time means depends on the machine.", nameof(value));
        }

        value.TryFormat(text, out _, "O", provider: null);
        text[TimestampBytes - 1] = (byte)'Z';
        return TimestampBytes;
    }

    /// <summary>Writes a day.</summary>
    public static int Write(DateOnly value, Span<byte> text)
    {
        value.TryFormat(text, out var written, "O", provider: null);
        return written;
    }

    /// <summary>Writes a time of day.</summary>
    public static int Write(TimeOnly value, Span<byte> text)
    {
        value.TryFormat(text, out _, "O", provider: null);
        return TimeBytes;
    }

    /// <summary>A length of time in microseconds.</summary>
    public static long Microseconds(TimeSpan value) => value.Ticks / TicksPerMicrosecond;

    /// <summary>The length of time that has so many microseconds.</summary>
    /// <returns>False where a <see cref="TimeSpan"/> cannot be so long.</returns>
    public static bool TryRead(long microseconds, out TimeSpan value)
    {
        var fits = microseconds is <= long.MaxValue / TicksPerMicrosecond and >= long.MinValue / TicksPerMicrosecond;
        value = fits ? new(microseconds * TicksPerMicrosecond) : default;
        return fits;
    }

    /// <summary>Reads a UUID in either case.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Guid value) =>
        Utf8Parser.TryParse(text, out value, out var used, 'D') && used == text.Length;

    /// <summary>Reads a point in time; up to seven digits of a second, and a space for the <c>T</c> as SQLite's own functions write it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        var clock = text is [.., (byte)'Z'] ? text[..^1] : text;
        if (clock.Length < DateBytes + 1 || clock[DateBytes] is not ((byte)'T' or (byte)' ')
            || !TryRead(clock[..DateBytes], out DateOnly day) || !TryRead(clock[(DateBytes + 1)..], out TimeOnly time))
        {
            return false;
        }

        value = new(day, time, DateTimeKind.Utc);
        return true;
    }

    /// <summary>Reads a day.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != DateBytes || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (year, month, day) = (Two(text) * 100 + Two(text[2..]), Two(text[5..]), Two(text[8..]));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new(year, month, day);
        return true;
    }

    /// <summary>Reads a time of day; up to seven digits of a second.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || !TryReadFraction(text[8..], out var ticks))
        {
            return false;
        }

        var (hour, minute, second) = (Two(text), Two(text[3..]), Two(text[6..]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        value = new((((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond + ticks);
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is < 2 or > 8)
        {
            return false;
        }

        for (var i = 1; i < 8; i++)
        {
            var digit = i < text.Length ? text[i] - '0' : 0;
            if (digit is < 0 or > 9)
            {
                return false;
            }

            ticks = (ticks * 10) + digit;
        }

        return true;
    }

    // Far below zero where it is no number.
    private static int Two(ReadOnlySpan<byte> text)
    {
        var (high, low) = (text[0] - '0', text[1] - '0');
        return (uint)high <= 9 && (uint)low <= 9 ? (high * 10) + low : -10_000;
    }

    /// <summary>Writes text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="utf8">Where to.</param>
    /// <returns>How many bytes.</returns>
    /// <exception cref="ArgumentException">It has U+0000 or half a surrogate pair, which PostgreSQL does not store.</exception>
    public static int Write(ReadOnlySpan<char> value, Span<byte> utf8)
    {
        if (HasNul(value))
        {
            throw new ArgumentException("A text with the character U+0000 cannot be stored.", nameof(value));
        }

        return Utf8.FromUtf16(value, utf8, out _, out var written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? written
            : throw new ArgumentException("A text with half of a surrogate pair cannot be stored.", nameof(value));
    }

    // What .NET's own search takes for a text of ordinary length is more than SQLite takes to bind it.
    private static bool HasNul(ReadOnlySpan<char> value)
    {
        if (value.Length < Vector128<ushort>.Count)
        {
            foreach (var unit in value)
            {
                if (unit == '\0')
                {
                    return true;
                }
            }

            return false;
        }

        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value));
        var last = value.Length - Vector128<ushort>.Count;
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
        {
            if (Vector128.EqualsAny(Vector128.LoadUnsafe(ref units, (nuint)i), Vector128<ushort>.Zero))
            {
                return true;
            }
        }

        return Vector128.EqualsAny(Vector128.LoadUnsafe(ref units, (nuint)last), Vector128<ushort>.Zero);
    }
}
