using System.Security.Cryptography;
using System.Text;

namespace Dowel.Migrations;

/// <summary>The formulas by which other tools make checksums of files. Pure.</summary>
/// <remarks>Texts come without a byte order mark; what a tool makes of the bytes themselves, mark included, is tried with and without it.</remarks>
internal static class ForeignChecksum
{
    private const uint Polynomial = 0xEDB88320;
    private const char Mark = '\uFEFF';

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <summary>CRC-32 over the lines without their ends, as a signed number.</summary>
    public static int CrcOfLines(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        return (int)~bytes.Aggregate(uint.MaxValue, (crc, value) => CrcTable[(byte)(crc ^ value)] ^ (crc >> 8));
    }

    /// <summary>Whether an MD5 in hexadecimal digits is that of a text with LF line ends, or of the bytes as they are.</summary>
    public static bool IsMd5(string text, string checksum) =>
        Spellings(text).Any(spelling => Md5(spelling, Convert.ToHexString).Equals(checksum, StringComparison.OrdinalIgnoreCase));

    /// <summary>MD5 in base 64 over the text with LF line ends and doubled quotes.</summary>
    public static string Md5OfQuoted(string text) => Md5(
        text.Replace("'", "''", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
        bytes => Convert.ToBase64String(bytes));

    /// <summary>The SHA-256 in hexadecimal digits that a file's bytes may have, in any case.</summary>
    public static HashSet<string> Sha256Of(string text) => Spellings(text)
        .Select(spelling => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(spelling))))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a SHA-384 in hexadecimal digits is that of a file's bytes.</summary>
    public static bool IsSha384(string text, string checksum) => IsSha(text, checksum, SHA384.HashData);

    private static bool IsSha(string text, string checksum, Func<byte[], byte[]> hash) =>
        Spellings(text).Any(spelling =>
            Convert.ToHexString(hash(Encoding.UTF8.GetBytes(spelling))).Equals(checksum, StringComparison.OrdinalIgnoreCase));

    // Version control changes line ends between the machine that applied a script and this one; that is no edit.
    private static string[] Spellings(string text)
    {
        var unix = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var windows = unix.Replace("\n", "\r\n", StringComparison.Ordinal);
        return [text, unix, windows, Mark + text, Mark + unix, Mark + windows];
    }

#pragma warning disable CA5351 // The other tool's formula, which proves nothing but that a file is the same.
    private static string Md5(string text, Func<byte[], string> render) => render(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
        }

        return crc;
    }
}
