using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>The row that a statement is at.</summary>
/// <param name="statement">The statement's handle.</param>
/// <remarks>
/// SQLite converts silently, null to zero and text to whatever number it starts with, so each value's type is looked at first.
/// </remarks>
internal readonly unsafe struct SqliteRow(nint statement) : IRow
{
    private const string Integer = "an integer";
    private const double WholeMax = 1L << 53;

    /// <inheritdoc/>
    public bool IsNull(int ordinal) => SqliteApi.ValueType(SqliteApi.ColumnValue(statement, ordinal)) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public bool GetBoolean(int ordinal) => Number(ordinal, "0 or 1") switch
    {
        0 => false,
        1 => true,
        _ => throw new UnexpectedValueException(ordinal, "0 or 1", "another integer"),
    };

    /// <inheritdoc/>
    public short GetInt16(int ordinal) =>
        Number(ordinal, Integer) is >= short.MinValue and <= short.MaxValue and var value ? (short)value : throw TooLong(ordinal, 16);

    /// <inheritdoc/>
    public int GetInt32(int ordinal) =>
        Number(ordinal, Integer) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw TooLong(ordinal, 32);

    /// <inheritdoc/>
    public long GetInt64(int ordinal) => Number(ordinal, Integer);

    /// <inheritdoc/>
    public float GetSingle(int ordinal) => (float)GetDouble(ordinal);

    /// <inheritdoc/>
    /// <remarks>A whole number is taken too where nothing of it is lost: <c>coalesce(sum(x), 0)</c> gives one where there are no rows.</remarks>
    public double GetDouble(int ordinal)
    {
        var value = SqliteApi.ColumnValue(statement, ordinal);
        var type = SqliteApi.ValueType(value);
        var number = SqliteApi.ValueDouble(value);
        return type == raw.SQLITE_FLOAT || (type == raw.SQLITE_INTEGER && Math.Abs(number) <= WholeMax)
            ? number
            : throw Unexpected(ordinal, "a real number", type);
    }

    /// <inheritdoc/>
    public decimal GetDecimal(int ordinal, int precision, int scale)
    {
        if (precision <= SqliteDecimals.IntegerDigitsMax)
        {
            return SqliteDecimals.Unscale(Number(ordinal, "an integer that counts a decimal's last digit"), scale);
        }

        const string Expected = "the text of a decimal";
        return SqliteDecimals.TryRead(Text(ordinal, Expected), scale, out var value) ? value : throw Misspelt(ordinal, Expected);
    }

    /// <inheritdoc/>
    public string GetString(int ordinal) => SqliteText.Read(Text(ordinal, "a text"), ordinal);

    /// <inheritdoc/>
    public byte[] GetBytes(int ordinal)
    {
        var value = SqliteApi.ColumnValue(statement, ordinal);
        var type = SqliteApi.ValueType(value);
        if (type != raw.SQLITE_BLOB)
        {
            throw Unexpected(ordinal, "a blob", type);
        }

        var bytes = SqliteApi.ValueBlob(value);
        return new ReadOnlySpan<byte>(bytes, SqliteApi.ValueBytes(value)).ToArray();
    }

    /// <inheritdoc/>
    public Guid GetGuid(int ordinal) =>
        SqliteSpelling.TryRead(Text(ordinal, "a UUID"), out Guid value) ? value : throw Misspelt(ordinal, "a UUID");

    /// <inheritdoc/>
    public DateTimeOffset GetDateTimeOffset(int ordinal) => new(GetDateTime(ordinal));

    /// <inheritdoc/>
    public DateTime GetDateTime(int ordinal) =>
        SqliteSpelling.TryRead(Text(ordinal, "a point in time"), out DateTime value) ? value : throw Misspelt(ordinal, "a point in time");

    /// <inheritdoc/>
    public DateOnly GetDateOnly(int ordinal) =>
        SqliteSpelling.TryRead(Text(ordinal, "a day"), out DateOnly value) ? value : throw Misspelt(ordinal, "a day");

    /// <inheritdoc/>
    public TimeOnly GetTimeOnly(int ordinal) =>
        SqliteSpelling.TryRead(Text(ordinal, "a time of day"), out TimeOnly value) ? value : throw Misspelt(ordinal, "a time of day");

    /// <inheritdoc/>
    public TimeSpan GetTimeSpan(int ordinal) =>
        SqliteSpelling.TryRead(Number(ordinal, "an integer of microseconds"), out TimeSpan value)
            ? value
            : throw new UnexpectedValueException(ordinal, "an integer of microseconds", "too large");

    /// <inheritdoc/>
    public TEnum GetEnum<TEnum>(int ordinal, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum =>
        labels.TryParse(Text(ordinal, "a label"), out var value)
            ? value
            : throw new UnexpectedValueException(ordinal, $"a label of {typeof(TEnum).Name}", "another text");

    /// <inheritdoc/>
    public T GetJson<T>(int ordinal, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Text(ordinal, "JSON"), type)
                ?? throw new UnexpectedValueException(ordinal, "JSON", "JSON's null");
        }
        catch (JsonException error)
        {
            throw new UnexpectedValueException(ordinal, $"JSON of {typeof(T).Name}", "another text", error);
        }
    }

    /// <inheritdoc/>
    public T[] GetArray<T>(int ordinal) => SqliteArray.Read<T>(Text(ordinal, "a JSON array"), ordinal);

    private long Number(int ordinal, string expected)
    {
        var value = SqliteApi.ColumnValue(statement, ordinal);
        return SqliteApi.ValueType(value) == raw.SQLITE_INTEGER
            ? SqliteApi.ValueInt64(value)
            : throw Unexpected(ordinal, expected, SqliteApi.ValueType(value));
    }

    private ReadOnlySpan<byte> Text(int ordinal, string expected)
    {
        var value = SqliteApi.ColumnValue(statement, ordinal);
        if (SqliteApi.ValueType(value) != raw.SQLITE_TEXT)
        {
            throw Unexpected(ordinal, expected, SqliteApi.ValueType(value));
        }

        // The text is asked for first: in a UTF-16 database that is what turns it into UTF-8.
        var text = SqliteApi.ValueText(value);
        return new(text, SqliteApi.ValueBytes(value));
    }

    private static UnexpectedValueException Unexpected(int ordinal, string expected, int type) => new(ordinal, expected, type switch
    {
        raw.SQLITE_INTEGER => Integer,
        raw.SQLITE_FLOAT => "a real number",
        raw.SQLITE_TEXT => "a text",
        raw.SQLITE_BLOB => "a blob",
        _ => "null",
    });

    private static UnexpectedValueException TooLong(int ordinal, int bits) => new(ordinal, $"an integer of {bits} bits", "a larger one");

    private static UnexpectedValueException Misspelt(int ordinal, string expected) => new(ordinal, expected, "another text");
}
