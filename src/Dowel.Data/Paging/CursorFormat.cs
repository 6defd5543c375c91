using System.Numerics;
using System.Text;

namespace Dowel.Data;

/// <summary>A cursor's bytes: for each value a tag and its content, then a checksum over the list's name and the values.</summary>
/// <remarks>
/// The checksum tells a cursor of another list, a cut and a slip of the pen; it is no secret. A forged cursor can only name another place
/// in the same list, which whoever may read the list may start from anyway.
/// </remarks>
internal static class CursorFormat
{
    /// <summary>The most characters of a cursor, 65,536.</summary>
    public const int TextLengthMax = 65_536;

    /// <summary>The bytes of the checksum.</summary>
    public const int ChecksumBytes = sizeof(uint);

    /// <summary>The bytes of the length before text and bytes.</summary>
    public const int LengthBytes = sizeof(int);

    /// <summary>The tag of a null; it has no content.</summary>
    public const byte Null = 0;

    // Another layout of the bytes gets another number, and cursors of the old one are refused.
    private const uint Version = 1;

    /// <summary>UTF-8 that refuses half a surrogate pair instead of replacing it.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The tag of values of a kind.</summary>
    /// <param name="kind">The kind; integers of all widths are <see cref="ValueKind.BigInt"/>.</param>
    /// <returns>The tag.</returns>
    public static byte TagOf(ValueKind kind) => (byte)(kind + 1);

    /// <summary>How long the content after a tag is.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Bytes; null where a length comes first; -1 where no cursor has this tag.</returns>
    public static int? ContentBytes(byte tag) => tag == Null
        ? 0
        : (ValueKind)(tag - 1) switch
        {
            ValueKind.Boolean => sizeof(bool),
            ValueKind.Real or ValueKind.Date => sizeof(int),
            ValueKind.BigInt or ValueKind.DoublePrecision or ValueKind.Timestamp or ValueKind.Time or ValueKind.Interval => sizeof(long),
            ValueKind.Numeric or ValueKind.Uuid => 16,
            ValueKind.Text or ValueKind.Bytes => null,
            _ => -1,
        };

    /// <summary>The checksum.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="values">Tags and contents.</param>
    /// <returns>CRC-32C.</returns>
    public static uint Checksum(string list, ReadOnlySpan<byte> values)
    {
        var checksum = Version;
        foreach (var character in list)
        {
            checksum = BitOperations.Crc32C(checksum, character);
        }

        foreach (var value in values)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }
}
