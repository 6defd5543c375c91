using System.Buffers;

namespace Dowel.Migrations;

/// <summary>The text of a file, or why it has none.</summary>
/// <param name="Text">The text without byte order mark; null where it cannot be read.</param>
/// <param name="Fault">What is wrong with the file; null where it was read.</param>
internal readonly record struct ScriptFileText(string? Text, DowelError? Fault)
{
    /// <summary>The largest file that is read, in bytes; a .NET string ends shortly above it.</summary>
    public const long BytesMax = 1_000_000_000;

    /// <summary>Reads a file.</summary>
    public static ScriptFileText Load(ScriptFile file)
    {
        try
        {
            using var stream = file.Open();
            return stream.Length > BytesMax
                ? new(null, LoadErrors.TooLarge(file.Path, stream.Length))
                : Decode(file.Path, stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, LoadErrors.Unreadable(file.Path, failure.Message));
        }
    }

    private static ScriptFileText Decode(string path, Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)stream.Length);
        try
        {
            var length = stream.ReadAtLeast(buffer, (int)stream.Length, throwOnEndOfStream: false);
            return new(ScriptDecoder.Decode(path, buffer.AsSpan(0, length), out var fault), fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
