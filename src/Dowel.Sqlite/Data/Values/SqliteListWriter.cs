using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Writes the elements of a list into a JSON array, spelled as the values of a column are, so that <c>json_each</c> gives equals.</summary>
/// <param name="json">Where to.</param>
internal readonly struct SqliteListWriter(Utf8JsonWriter json) : IParameterWriter
{
    // JSON has no word for infinity; SQLite and .NET both read this as it.
    private const string Infinity = "9e999";

    /// <summary>Begins the array.</summary>
    public void Open() => json.WriteStartArray();

    /// <summary>Ends the array.</summary>
    public void Close() => json.WriteEndArray();

    /// <inheritdoc/>
    public void WriteNull(ValueKind kind) => json.WriteNullValue();

    /// <inheritdoc/>
    public void Write(bool value) => json.WriteNumberValue(value ? 1 : 0);

    /// <inheritdoc/>
    public void Write(short value) => json.WriteNumberValue(value);

    /// <inheritdoc/>
    public void Write(int value) => json.WriteNumberValue(value);

    /// <inheritdoc/>
    public void Write(long value) => json.WriteNumberValue(value);

    /// <inheritdoc/>
    public void Write(float value) => Write((double)value);

    /// <inheritdoc/>
    public void Write(double value)
    {
        if (double.IsInfinity(value))
        {
            json.WriteRawValue(value > 0 ? Infinity : $"-{Infinity}", skipInputValidation: true);
        }
        else
        {
            json.WriteNumberValue(SqliteParameterWriter.Numbered(value));
        }
    }

    /// <inheritdoc/>
    public void Write(decimal value, int precision, int scale)
    {
        if (precision <= SqliteDecimals.IntegerDigitsMax)
        {
            json.WriteNumberValue((long)SqliteDecimals.Scale(value, precision, scale));
            return;
        }

        Span<byte> text = stackalloc byte[SqliteDecimals.TextBytesMax];
        json.WriteStringValue(text[..SqliteDecimals.Write(value, precision, scale, text)]);
    }

    /// <inheritdoc/>
    public void Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        try
        {
            json.WriteStringValue(bytes.AsSpan(0, SqliteSpelling.Write(value, bytes)));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> value) =>
        throw new NotSupportedException("SQLite has no lists of bytes: JSON cannot hold what equals a blob.");

    /// <inheritdoc/>
    public void Write(Guid value) => json.WriteStringValue(value);

    /// <inheritdoc/>
    public void Write(DateTimeOffset value) => Write(value.UtcDateTime);

    /// <inheritdoc/>
    public void Write(DateTime value)
    {
        Span<byte> text = stackalloc byte[SqliteSpelling.ScratchBytes];
        json.WriteStringValue(text[..SqliteSpelling.Write(value, text)]);
    }

    /// <inheritdoc/>
    public void Write(DateOnly value)
    {
        Span<byte> text = stackalloc byte[SqliteSpelling.ScratchBytes];
        json.WriteStringValue(text[..SqliteSpelling.Write(value, text)]);
    }

    /// <inheritdoc/>
    public void Write(TimeOnly value)
    {
        Span<byte> text = stackalloc byte[SqliteSpelling.ScratchBytes];
        json.WriteStringValue(text[..SqliteSpelling.Write(value, text)]);
    }

    /// <inheritdoc/>
    public void Write(TimeSpan value) => json.WriteNumberValue(SqliteSpelling.Microseconds(value));

    /// <inheritdoc/>
    public void Write<TEnum>(TEnum value, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => json.WriteStringValue(labels.Utf8Of(value));

    /// <inheritdoc/>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        using var element = new SqliteJson();
        json.WriteStringValue(element.Write(value, type));
    }

    /// <inheritdoc/>
    public void WriteNullList(ValueKind kind) => throw new NotSupportedException("SQLite has no lists of lists.");

    /// <inheritdoc/>
    public void WriteList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T> =>
        throw new NotSupportedException("SQLite has no lists of lists.");
}
