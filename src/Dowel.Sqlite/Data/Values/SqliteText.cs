using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Makes strings of SQLite's UTF-8.</summary>
internal static class SqliteText
{
    // Up to here a text is widened on the stack and copied once; longer ones are counted first.
    private const int StackBytesMax = 256;

    /// <summary>Reads a text.</summary>
    /// <exception cref="UnexpectedValueException">It is not UTF-8.</exception>
    [SkipLocalsInit]
    public static string Read(ReadOnlySpan<byte> utf8, int ordinal)
    {
        if (utf8.Length > StackBytesMax)
        {
            return ReadLong(utf8, ordinal);
        }

        Span<char> text = stackalloc char[StackBytesMax];
        return Utf8.ToUtf16(utf8, text, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? new(text[..written])
            : throw NotUtf8(ordinal);
    }

    private static string ReadLong(ReadOnlySpan<byte> utf8, int ordinal) =>
        Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : throw NotUtf8(ordinal);

    private static UnexpectedValueException NotUtf8(int ordinal) => new(ordinal, "a text", "a text that is not UTF-8");
}
