using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;

namespace Dowel.Data;

/// <summary>The values of a place in a list, from the text that <see cref="CursorWriter"/> made.</summary>
/// <remarks>
/// Whatever the text is, nothing but <see cref="InvalidCursorException"/> comes of it, also from a column that is read as another kind
/// than it is, and a value that is read can be stored.
/// </remarks>
public readonly struct CursorRow : IRow
{
    private readonly string _list;
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private CursorRow(string list, byte[] bytes, int columns)
    {
        _list = list;
        _bytes = bytes;
        _starts = new int[columns + 1];
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="list">What the list was called when it was made.</param>
    /// <param name="columns">How many values it has.</param>
    /// <returns>The values.</returns>
    /// <exception cref="InvalidCursorException">It is not the text of a place in this list.</exception>
    public static CursorRow Parse(string text, string list, int columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        var row = new CursorRow(list, Decode(text) ?? throw new InvalidCursorException(list), columns);
        return row.TryFindColumns() ? row : throw row.Misfit();
    }

    /// <inheritdoc/>
    public bool IsNull(int ordinal) => _bytes[_starts[ordinal]] == CursorFormat.Null;

    /// <inheritdoc/>
    public bool GetBoolean(int ordinal) => Content(ordinal, ValueKind.Boolean)[0] switch { 0 => false, 1 => true, _ => throw Misfit() };

    /// <inheritdoc/>
    public short GetInt16(int ordinal) => (short)Integer(ordinal, ValueKind.BigInt, short.MinValue, short.MaxValue);

    /// <inheritdoc/>
    public int GetInt32(int ordinal) => (int)Integer(ordinal, ValueKind.BigInt, int.MinValue, int.MaxValue);

    /// <inheritdoc/>
    public long GetInt64(int ordinal) => Integer(ordinal, ValueKind.BigInt, long.MinValue, long.MaxValue);

    /// <inheritdoc/>
    public float GetSingle(int ordinal)
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(Content(ordinal, ValueKind.Real));
        return float.IsNaN(value) ? throw Misfit() : value;
    }

    /// <inheritdoc/>
    public double GetDouble(int ordinal)
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Content(ordinal, ValueKind.DoublePrecision));
        return double.IsNaN(value) ? throw Misfit() : value;
    }

    /// <inheritdoc/>
    public decimal GetDecimal(int ordinal, int precision, int scale)
    {
        var parts = MemoryMarshal.Cast<byte, int>(Content(ordinal, ValueKind.Numeric));

        // The last part is a sign and a scale of 0 to 28, all other bits zero.
        var isDecimal = (parts[3] & 0x7F00FFFF) == 0 && ((parts[3] >> 16) & 0xFF) <= 28;
        return isDecimal && DecimalDigits.TryScale(new(parts), precision, scale, out var value) ? value : throw Misfit();
    }

    /// <inheritdoc/>
    public string GetString(int ordinal)
    {
        var bytes = Content(ordinal, ValueKind.Text)[CursorFormat.LengthBytes..];
        return System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? CursorFormat.Utf8.GetString(bytes) : throw Misfit();
    }

    /// <inheritdoc/>
    public byte[] GetBytes(int ordinal) => Content(ordinal, ValueKind.Bytes)[CursorFormat.LengthBytes..].ToArray();

    /// <inheritdoc/>
    public Guid GetGuid(int ordinal) => new(Content(ordinal, ValueKind.Uuid));

    /// <inheritdoc/>
    public DateTimeOffset GetDateTimeOffset(int ordinal) => new(GetDateTime(ordinal));

    /// <inheritdoc/>
    public DateTime GetDateTime(int ordinal) => new(Integer(ordinal, ValueKind.Timestamp, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    /// <inheritdoc/>
    public DateOnly GetDateOnly(int ordinal)
    {
        var day = BinaryPrimitives.ReadInt32LittleEndian(Content(ordinal, ValueKind.Date));
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw Misfit();
    }

    /// <inheritdoc/>
    public TimeOnly GetTimeOnly(int ordinal) => new(Integer(ordinal, ValueKind.Time, 0, TimeOnly.MaxValue.Ticks));

    /// <inheritdoc/>
    public TimeSpan GetTimeSpan(int ordinal) => new(Integer(ordinal, ValueKind.Interval, long.MinValue, long.MaxValue));

    /// <inheritdoc/>
    public TEnum GetEnum<TEnum>(int ordinal, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => labels.TryParse(GetString(ordinal), out var value) ? value : throw Misfit();

    /// <inheritdoc/>
    public T GetJson<T>(int ordinal, JsonTypeInfo<T> type) => throw Misfit();

    /// <inheritdoc/>
    public T[] GetArray<T>(int ordinal) => throw Misfit();

    // The decoder forgives spaces and padding; a cursor comes back as it was given, or not at all.
    private static byte[]? Decode(string text)
    {
        if (text.Length > CursorFormat.TextLengthMax || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length >= CursorFormat.ChecksumBytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }

    private bool TryFindColumns()
    {
        var values = _bytes.AsSpan(..^CursorFormat.ChecksumBytes);
        var at = 0;
        for (var i = 0; i < _starts.Length - 1; i++)
        {
            _starts[i] = at;
            if (!TryPassValue(values[at..], out var bytes))
            {
                return false;
            }

            at += bytes;
        }

        _starts[^1] = at;
        return at == values.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at)) == CursorFormat.Checksum(_list, values);
    }

    private static bool TryPassValue(ReadOnlySpan<byte> values, out int bytes)
    {
        bytes = 0;
        if (values.IsEmpty)
        {
            return false;
        }

        var content = CursorFormat.ContentBytes(values[0]);
        if (content is null && values.Length > CursorFormat.LengthBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(values[1..]);
            content = length >= 0 && length <= CursorFormat.TextLengthMax ? CursorFormat.LengthBytes + length : null;
        }

        bytes = 1 + (content ?? -1);
        return bytes > 0 && bytes <= values.Length;
    }

    private ReadOnlySpan<byte> Content(int ordinal, ValueKind kind)
    {
        var start = _starts[ordinal];
        return _bytes[start] == CursorFormat.TagOf(kind) ? _bytes.AsSpan((start + 1).._starts[ordinal + 1]) : throw Misfit();
    }

    private long Integer(int ordinal, ValueKind kind, long least, long most)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(Content(ordinal, kind));
        return value >= least && value <= most ? value : throw Misfit();
    }

    private InvalidCursorException Misfit() => new(_list);
}
