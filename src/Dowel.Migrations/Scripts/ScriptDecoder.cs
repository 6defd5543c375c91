using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dowel.Migrations;

/// <summary>Strict UTF-8, the only encoding of scripts: what cannot be read exactly is refused, never replaced.</summary>
/// <remarks>Pure.</remarks>
internal static class ScriptDecoder
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Decodes a file's bytes without a byte order mark; null with an error where they are no text.</summary>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, out DowelError? error)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            error = LoadErrors.Utf16(path);
            return null;
        }

        var text = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        var nul = text.IndexOf((byte)0);
        error = nul >= 0 ? LoadErrors.Nul(Place(path, text, nul), bytes.Length - text.Length + nul)
            : Utf8.IsValid(text) ? null
            : Invalid(path, text, bytes.Length - text.Length);
        return error is null ? Encoding.UTF8.GetString(text) : null;
    }

    private static DowelError Invalid(string path, ReadOnlySpan<byte> text, int skipped)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return LoadErrors.NotUtf8(Place(path, text, at), skipped + at, text[at]);
    }

    // Only the bytes before the place are looked at, and they are whole characters.
    private static SourceLocation Place(string path, ReadOnlySpan<byte> text, int at)
    {
        var before = text[..at];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = 1;
        foreach (var unit in before[lineStart..])
        {
            column += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return new(path, before.Count((byte)'\n') + 1, column);
    }
}
