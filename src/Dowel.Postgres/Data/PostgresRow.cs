using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>The row that a reader is at.</summary>
/// <remarks>
/// The driver gives some types' raw form for the asking, so where it would take a column of another kind, the column's type is looked at first.
/// </remarks>
/// <param name="reader">The reader.</param>
/// <param name="types">The columns' types, by the server's numbers.</param>
internal readonly struct PostgresRow(NpgsqlDataReader reader, uint[] types) : IRow
{
    /// <inheritdoc/>
    public bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    /// <inheritdoc/>
    public bool GetBoolean(int ordinal) => Get<bool>(ordinal, "a truth value");

    /// <inheritdoc/>
    public short GetInt16(int ordinal) => TypeOf(ordinal) == PostgresKinds.SmallIntOid
        ? Get<short>(ordinal, "an integer")
        : GetInteger(ordinal) is >= short.MinValue and <= short.MaxValue and var value
            ? (short)value
            : throw Unexpected(ordinal, "an integer of 16 bits", "a greater one");

    /// <inheritdoc/>
    public int GetInt32(int ordinal) => TypeOf(ordinal) == PostgresKinds.IntegerOid
        ? Get<int>(ordinal, "an integer")
        : GetInteger(ordinal) is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw Unexpected(ordinal, "an integer of 32 bits", "a greater one");

    /// <inheritdoc/>
    public long GetInt64(int ordinal) => TypeOf(ordinal) == PostgresKinds.BigIntOid
        ? Get<long>(ordinal, "an integer")
        : GetInteger(ordinal);

    /// <inheritdoc/>
    public float GetSingle(int ordinal) => Get<float>(ordinal, "a number of single precision");

    /// <inheritdoc/>
    public double GetDouble(int ordinal) => TypeOf(ordinal) == PostgresKinds.RealOid
        ? Get<float>(ordinal, "a number")
        : Get<double>(ordinal, "a number of double precision");

    /// <inheritdoc/>
    public decimal GetDecimal(int ordinal, int precision, int scale)
    {
        Expect(ordinal, PostgresKinds.NumericOid, "a decimal number");
        return PostgresChecks.TryScale(Get<decimal>(ordinal, "a decimal number"), scale, out var value)
            ? value
            : throw Unexpected(ordinal, $"numeric({precision}, {scale})", "a number with more digits");
    }

    /// <inheritdoc/>
    public string GetString(int ordinal)
    {
        // Not by Get, which is one method for all classes and must look up which it is.
        try
        {
            return reader.GetString(ordinal);
        }
        catch (InvalidCastException error)
        {
            throw Failure(ordinal, "text", error);
        }
    }

    /// <inheritdoc/>
    public byte[] GetBytes(int ordinal)
    {
        Expect(ordinal, PostgresKinds.BytesOid, "bytes");
        return Get<byte[]>(ordinal, "bytes");
    }

    /// <inheritdoc/>
    public Guid GetGuid(int ordinal) => Get<Guid>(ordinal, "a UUID");

    /// <inheritdoc/>
    public DateTimeOffset GetDateTimeOffset(int ordinal) => new(GetUtcTicks(ordinal), TimeSpan.Zero);

    /// <inheritdoc/>
    public DateTime GetDateTime(int ordinal) => new(GetUtcTicks(ordinal), DateTimeKind.Utc);

    /// <inheritdoc/>
    public DateOnly GetDateOnly(int ordinal)
    {
        Expect(ordinal, PostgresKinds.DateOid, "a day");
        return PostgresTimes.FromDate(Get<int>(ordinal, "a day")) ?? throw OutOfRange(ordinal, "a day");
    }

    /// <inheritdoc/>
    public TimeOnly GetTimeOnly(int ordinal)
    {
        Expect(ordinal, PostgresKinds.TimeOid, "a time of day");
        return PostgresTimes.FromTime(Get<long>(ordinal, "a time of day")) ?? throw OutOfRange(ordinal, "a time of day");
    }

    /// <inheritdoc/>
    public TimeSpan GetTimeSpan(int ordinal)
    {
        Expect(ordinal, PostgresKinds.IntervalOid, "a length of time");
        var interval = Get<NpgsqlInterval>(ordinal, "a length of time");
        return PostgresTimes.FromInterval(interval.Months, interval.Days, interval.Time) ?? throw OutOfRange(ordinal, "a length of time");
    }

    /// <inheritdoc/>
    public TEnum GetEnum<TEnum>(int ordinal, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => labels.TryParse(GetString(ordinal), out var value)
            ? value
            : throw Unexpected(ordinal, $"a label of {typeof(TEnum).Name}", "another text");

    /// <inheritdoc/>
    public T GetJson<T>(int ordinal, JsonTypeInfo<T> type)
    {
        if (TypeOf(ordinal) != PostgresKinds.PlainJsonOid)
        {
            Expect(ordinal, PostgresKinds.JsonOid, "JSON");
        }

        try
        {
            return JsonSerializer.Deserialize(Get<byte[]>(ordinal, "JSON"), type) ?? throw Unexpected(ordinal, "JSON with a value", "JSON's null");
        }
        catch (JsonException error)
        {
            throw new UnexpectedValueException(ordinal, $"JSON of a {typeof(T).Name}", "other JSON", error);
        }
    }

    /// <inheritdoc/>
    public T[] GetArray<T>(int ordinal) => new PostgresArrays(this).Read<T>(ordinal);

    /// <summary>Reads a value in its raw form.</summary>
    /// <exception cref="UnexpectedValueException">The column is null or of a type that does not go with the form.</exception>
    internal T Get<T>(int ordinal, string expected)
    {
        try
        {
            return reader.GetFieldValue<T>(ordinal);
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException)
        {
            throw Failure(ordinal, expected, error);
        }
    }

    /// <summary>Refuses a column of another type than the expected one.</summary>
    /// <exception cref="UnexpectedValueException">It is of another type.</exception>
    internal void Expect(int ordinal, uint type, string expected)
    {
        if (TypeOf(ordinal) != type)
        {
            throw Failure(ordinal, expected, inner: null);
        }
    }

    /// <summary>The server's number of a column's type.</summary>
    internal uint TypeOf(int ordinal) => types[ordinal];

    /// <summary>What is said of a value that .NET's type does not hold.</summary>
    internal static UnexpectedValueException OutOfRange(int ordinal, string expected) =>
        Unexpected(ordinal, $"{expected} that .NET has", "out of its range");

    private static UnexpectedValueException Unexpected(int ordinal, string expected, string found) => new(ordinal, expected, found);

    private long GetInteger(int ordinal) => TypeOf(ordinal) switch
    {
        PostgresKinds.BigIntOid => Get<long>(ordinal, "an integer"),
        PostgresKinds.IntegerOid => Get<int>(ordinal, "an integer"),
        PostgresKinds.SmallIntOid => Get<short>(ordinal, "an integer"),
        _ => throw Failure(ordinal, "an integer", inner: null),
    };

    private long GetUtcTicks(int ordinal)
    {
        Expect(ordinal, PostgresKinds.TimestampOid, "a point in time");
        return PostgresTimes.FromTimestamp(Get<long>(ordinal, "a point in time")) ?? throw OutOfRange(ordinal, "a point in time");
    }

    private UnexpectedValueException Failure(int ordinal, string expected, Exception? inner) =>
        new(ordinal, expected, IsNull(ordinal) ? "null" : inner is OverflowException ? "out of its range" : reader.GetDataTypeName(ordinal), inner);
}
