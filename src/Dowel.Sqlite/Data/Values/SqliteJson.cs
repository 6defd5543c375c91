using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Writes JSON into memory that is used again and again.</summary>
/// <remarks>Belongs to a connection and is used by one statement at a time.</remarks>
internal sealed class SqliteJson : IDisposable
{
    private const int KeptBytesMax = 1 << 20;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private ArrayBufferWriter<byte> _text = new();
    private Utf8JsonWriter? _writer;

    /// <summary>Writes a value.</summary>
    /// <returns>Its JSON in UTF-8, until the next call.</returns>
    /// <exception cref="ArgumentException">It has a text with U+0000, which PostgreSQL's <c>jsonb</c> refuses, or with half a surrogate pair.</exception>
    public ReadOnlySpan<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var writer = Start();
        JsonSerializer.Serialize(writer, value, type);
        var text = Finish();

        // This encoder escapes U+FFFD only where it stands for half of a surrogate pair.
        return JsonEscapes.Has(text, "u0000"u8) || JsonEscapes.Has(text, "uFFFD"u8)
            ? throw new ArgumentException("JSON with the character U+0000 or half of a surrogate pair cannot be stored.", nameof(value))
            : text;
    }

    /// <summary>Begins a text.</summary>
    public Utf8JsonWriter Start()
    {
        if (_text.Capacity > KeptBytesMax)
        {
            _text = new();
        }

        _text.ResetWrittenCount();
        _writer ??= new(_text, Options);
        _writer.Reset(_text);
        return _writer;
    }

    /// <summary>Ends the text.</summary>
    /// <returns>It, until the next begins.</returns>
    public ReadOnlySpan<byte> Finish()
    {
        _writer!.Flush();
        return _text.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();
}
