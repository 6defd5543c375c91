using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Binds values to a prepared statement, from the first parameter on.</summary>
/// <param name="statement">The statement's handle.</param>
/// <param name="values">Memory for texts and bytes; kept as it is until the statement has run.</param>
/// <param name="json">Writes JSON.</param>
internal unsafe struct SqliteParameterWriter(nint statement, ValueBuffer values, SqliteJson json) : IParameterWriter
{
    private const int ExactLengthFrom = 8 * 1024;
    private const int ShortTextBytesMax = 1024;
    private const nint StaysWhereItIs = 0;

    /// <summary>How many values have been written.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void WriteNull(ValueKind kind) => SqliteApi.BindNull(statement, ++Count);

    /// <inheritdoc/>
    public void Write(bool value) => Write(value ? 1L : 0L);

    /// <inheritdoc/>
    public void Write(short value) => Write((long)value);

    /// <inheritdoc/>
    public void Write(int value) => Write((long)value);

    /// <inheritdoc/>
    public void Write(long value) => SqliteApi.BindInt64(statement, ++Count, value);

    /// <inheritdoc/>
    public void Write(float value) => Write((double)value);

    /// <inheritdoc/>
    public void Write(double value) => SqliteApi.BindDouble(statement, ++Count, Numbered(value));

    /// <inheritdoc/>
    public void Write(decimal value, int precision, int scale)
    {
        if (precision <= SqliteDecimals.IntegerDigitsMax)
        {
            Write((long)SqliteDecimals.Scale(value, precision, scale));
            return;
        }

        var text = values.Take(SqliteDecimals.TextBytesMax);
        BindText(text, SqliteDecimals.Write(value, precision, scale, new(text, SqliteDecimals.TextBytesMax)));
    }

    /// <inheritdoc/>
    public void Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var room = value.Length < ExactLengthFrom ? value.Length * 3 : Encoding.UTF8.GetByteCount(value);
        var text = values.Take(room);
        BindText(text, SqliteSpelling.Write(value, new(text, room)));
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> value)
    {
        var bytes = values.Take(value.Length);
        value.Span.CopyTo(new(bytes, value.Length));
        Expect(BindBytes(statement, ++Count, bytes, value.Length));
    }

    /// <inheritdoc/>
    public void Write(Guid value)
    {
        var text = values.Take(SqliteSpelling.ScratchBytes);
        BindText(text, SqliteSpelling.Write(value, new(text, SqliteSpelling.ScratchBytes)));
    }

    /// <inheritdoc/>
    public void Write(DateTimeOffset value) => Write(value.UtcDateTime);

    /// <inheritdoc/>
    public void Write(DateTime value)
    {
        var text = values.Take(SqliteSpelling.ScratchBytes);
        BindText(text, SqliteSpelling.Write(value, new(text, SqliteSpelling.ScratchBytes)));
    }

    /// <inheritdoc/>
    public void Write(DateOnly value)
    {
        var text = values.Take(SqliteSpelling.ScratchBytes);
        BindText(text, SqliteSpelling.Write(value, new(text, SqliteSpelling.ScratchBytes)));
    }

    /// <inheritdoc/>
    public void Write(TimeOnly value)
    {
        var text = values.Take(SqliteSpelling.ScratchBytes);
        BindText(text, SqliteSpelling.Write(value, new(text, SqliteSpelling.ScratchBytes)));
    }

    /// <inheritdoc/>
    public void Write(TimeSpan value) => Write(SqliteSpelling.Microseconds(value));

    /// <inheritdoc/>
    public void Write<TEnum>(TEnum value, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => WriteUtf8(labels.Utf8Of(value));

    /// <inheritdoc/>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteUtf8(json.Write(value, type));
    }

    /// <inheritdoc/>
    public void WriteNullList(ValueKind kind) => WriteNull(kind);

    /// <inheritdoc/>
    public void WriteList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var writer = new SqliteListWriter(json.Start());
        writer.Open();
        foreach (var value in values)
        {
            TElement.Write(value, ref writer);
        }

        writer.Close();
        WriteUtf8(json.Finish());
    }

    /// <summary>A number that SQLite can store: it makes NaN null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is NaN.</exception>
    public static double Numbered(double value) =>
        double.IsNaN(value) ? throw new ArgumentOutOfRangeException(nameof(value), "NaN cannot be stored.") : value;

    private void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        var text = values.Take(utf8.Length);
        utf8.CopyTo(new(text, utf8.Length));
        BindText(text, utf8.Length);
    }

    // Of a text that stays where it is only the address is kept, or, where the database is in UTF-16, as much is turned as it is long.
    private void BindText(byte* text, int bytes)
    {
        if (bytes < ShortTextBytesMax)
        {
            SqliteApi.BindShortText(statement, ++Count, text, bytes, StaysWhereItIs);
        }
        else
        {
            Expect(BindLongText(statement, ++Count, text, bytes));
        }
    }

    // By itself, because every method that can leave managed code this way pays for it, whether it does or not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int BindLongText(nint statement, int parameter, byte* text, int bytes) =>
        SqliteApi.BindText(statement, parameter, text, bytes, StaysWhereItIs);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int BindBytes(nint statement, int parameter, byte* bytes, int length) =>
        SqliteApi.BindBlob(statement, parameter, bytes, length, StaysWhereItIs);

    // A parameter that the statement does not have is no failure: the two statements of an upsert get the same values.
    private static void Expect(int code)
    {
        if (code == SQLitePCL.raw.SQLITE_TOOBIG)
        {
            throw new ArgumentException("A text or an array of bytes is longer than SQLite stores.");
        }
    }
}
