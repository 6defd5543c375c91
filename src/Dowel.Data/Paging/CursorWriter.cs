using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;

namespace Dowel.Data;

/// <summary>Makes the opaque text of a place in a list from the values that the list is ordered by.</summary>
/// <remarks>
/// The text is fit for a URL and gives back each value exactly, as <see cref="CursorRow"/>. It is not encrypted: who gets it can read the
/// values. JSON and lists have no order and are refused with a <see cref="NotSupportedException"/>.
/// </remarks>
public readonly struct CursorWriter : IParameterWriter
{
    private readonly string _list;
    private readonly ArrayBufferWriter<byte> _bytes;

    /// <summary>Begins at the first value.</summary>
    /// <param name="list">What tells the list from all others, with its order; the same name reads the text again.</param>
    public CursorWriter(string list)
    {
        _list = list;
        _bytes = new(initialCapacity: 64);
    }

    /// <summary>The text of all values written so far.</summary>
    /// <returns>The letters of base64url, at most 65,536.</returns>
    /// <exception cref="InvalidOperationException">The values are too long for that: a list must be ordered by something short.</exception>
    public string ToText()
    {
        var values = _bytes.WrittenSpan;
        Span<byte> all = new byte[values.Length + CursorFormat.ChecksumBytes];
        values.CopyTo(all);
        BinaryPrimitives.WriteUInt32LittleEndian(all[values.Length..], CursorFormat.Checksum(_list, values));
        return Base64Url.GetEncodedLength(all.Length) <= CursorFormat.TextLengthMax
            ? Base64Url.EncodeToString(all)
            : throw new InvalidOperationException($"{_list} is ordered by values too long for a cursor; order it by shorter ones, or page by offset.");
    }

    /// <inheritdoc/>
    public void WriteNull(ValueKind kind) => _bytes.Write([CursorFormat.Null]);

    /// <inheritdoc/>
    public void Write(bool value) => Begin(ValueKind.Boolean, sizeof(bool))[0] = value ? (byte)1 : (byte)0;

    /// <inheritdoc/>
    public void Write(short value) => Write((long)value);

    /// <inheritdoc/>
    public void Write(int value) => Write((long)value);

    /// <inheritdoc/>
    public void Write(long value) => WriteInt64(ValueKind.BigInt, value);

    /// <inheritdoc/>
    public void Write(float value)
    {
        Require(!float.IsNaN(value), "NaN has no order.");
        BinaryPrimitives.WriteSingleLittleEndian(Begin(ValueKind.Real, sizeof(float)), value);
    }

    /// <inheritdoc/>
    public void Write(double value)
    {
        Require(!double.IsNaN(value), "NaN has no order.");
        BinaryPrimitives.WriteDoubleLittleEndian(Begin(ValueKind.DoublePrecision, sizeof(double)), value);
    }

    /// <inheritdoc/>
    public void Write(decimal value, int precision, int scale)
    {
        Require(DecimalDigits.TryScale(value, precision, scale, out var scaled), "The number has more digits than its column.");
        decimal.GetBits(scaled, MemoryMarshal.Cast<byte, int>(Begin(ValueKind.Numeric, sizeof(decimal))));
    }

    /// <inheritdoc/>
    public void Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Require(!value.Contains('\0'), "Text with U+0000 cannot be stored.");
        var content = BeginLong(ValueKind.Text, CursorFormat.Utf8.GetByteCount(value));
        CursorFormat.Utf8.GetBytes(value, content);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> value) => value.Span.CopyTo(BeginLong(ValueKind.Bytes, value.Length));

    /// <inheritdoc/>
    public void Write(Guid value) => value.TryWriteBytes(Begin(ValueKind.Uuid, 16));

    /// <inheritdoc/>
    public void Write(DateTimeOffset value) => WriteTicks(ValueKind.Timestamp, value.UtcTicks);

    /// <inheritdoc/>
    public void Write(DateTime value)
    {
        Require(value.Kind == DateTimeKind.Utc, "The time is not UTC.");
        WriteTicks(ValueKind.Timestamp, value.Ticks);
    }

    /// <inheritdoc/>
    public void Write(DateOnly value) => BinaryPrimitives.WriteInt32LittleEndian(Begin(ValueKind.Date, sizeof(int)), value.DayNumber);

    /// <inheritdoc/>
    public void Write(TimeOnly value) => WriteTicks(ValueKind.Time, value.Ticks);

    /// <inheritdoc/>
    public void Write(TimeSpan value) => WriteTicks(ValueKind.Interval, value.Ticks);

    /// <inheritdoc/>
    public void Write<TEnum>(TEnum value, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => Write(labels.TextOf(value));

    /// <inheritdoc/>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => throw new NotSupportedException("A list cannot be ordered by JSON.");

    /// <inheritdoc/>
    public void WriteNullList(ValueKind kind) => throw new NotSupportedException("A list cannot be ordered by a list.");

    /// <inheritdoc/>
    public void WriteList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T> => throw new NotSupportedException("A list cannot be ordered by a list.");

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException(problem);
        }
    }

    // Columns have microseconds, ten ticks each.
    private void WriteTicks(ValueKind kind, long ticks) => WriteInt64(kind, ticks - (ticks % TimeSpan.TicksPerMicrosecond));

    private void WriteInt64(ValueKind kind, long value) => BinaryPrimitives.WriteInt64LittleEndian(Begin(kind, sizeof(long)), value);

    private Span<byte> Begin(ValueKind kind, int bytes)
    {
        var value = _bytes.GetSpan(1 + bytes)[..(1 + bytes)];
        value[0] = CursorFormat.TagOf(kind);
        _bytes.Advance(value.Length);
        return value[1..];
    }

    private Span<byte> BeginLong(ValueKind kind, int bytes)
    {
        var value = Begin(kind, CursorFormat.LengthBytes + bytes);
        BinaryPrimitives.WriteInt32LittleEndian(value, bytes);
        return value[CursorFormat.LengthBytes..];
    }
}
