using System.Text.Json.Serialization.Metadata;

namespace Dowel.Data;

/// <summary>Takes the values of a statement's parameters, one call for each in their order.</summary>
/// <remarks>
/// One spelling for each type and engine, such that order and equality are the same on both. What would not come back as it was is refused
/// with an <see cref="ArgumentException"/>: text with U+0000 or half a surrogate pair, NaN, a time that is not UTC, digits that do not
/// fit. Times are cut to the microsecond.
/// </remarks>
public interface IParameterWriter
{
    /// <summary>Writes a null.</summary>
    /// <param name="kind">Of which kind.</param>
    void WriteNull(ValueKind kind);

    /// <summary>Writes a null in the place of a list.</summary>
    /// <param name="kind">The kind of the values that it does not have.</param>
    void WriteNullList(ValueKind kind);

    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The value.</param>
    void Write(bool value);

    /// <summary>Writes an integer of 16 bits.</summary>
    /// <param name="value">The value.</param>
    void Write(short value);

    /// <summary>Writes an integer of 32 bits.</summary>
    /// <param name="value">The value.</param>
    void Write(int value);

    /// <summary>Writes an integer of 64 bits.</summary>
    /// <param name="value">The value.</param>
    void Write(long value);

    /// <summary>Writes a number of single precision.</summary>
    /// <param name="value">The value; NaN is refused.</param>
    void Write(float value);

    /// <summary>Writes a number of double precision.</summary>
    /// <param name="value">The value; NaN is refused.</param>
    void Write(double value);

    /// <summary>Writes a decimal number.</summary>
    /// <param name="value">The value; refused if it has more digits than the column.</param>
    /// <param name="precision">The column's digits, 1 to 28.</param>
    /// <param name="scale">Those after the point.</param>
    void Write(decimal value, int precision, int scale);

    /// <summary>Writes text.</summary>
    /// <param name="value">The value.</param>
    void Write(string value);

    /// <summary>Writes bytes.</summary>
    /// <param name="value">The value; not changed before the statement has run.</param>
    void Write(ReadOnlyMemory<byte> value);

    /// <summary>Writes a UUID.</summary>
    /// <param name="value">The value.</param>
    void Write(Guid value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="value">The value; its offset is not kept.</param>
    void Write(DateTimeOffset value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="value">The value; refused unless it is <see cref="DateTimeKind.Utc"/>.</param>
    void Write(DateTime value);

    /// <summary>Writes a day.</summary>
    /// <param name="value">The value.</param>
    void Write(DateOnly value);

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    void Write(TimeOnly value);

    /// <summary>Writes a length of time.</summary>
    /// <param name="value">The value.</param>
    void Write(TimeSpan value);

    /// <summary>Writes an enum's member as its label.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="value">The member; refused if it has no label.</param>
    /// <param name="labels">The enum's labels.</param>
    void Write<TEnum>(TEnum value, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum;

    /// <summary>Writes a value as JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; not null.</param>
    /// <param name="type">How it is serialized.</param>
    void WriteJson<T>(T value, JsonTypeInfo<T> type);

    /// <summary>Writes a list, for <c>in (@list)</c> and for array columns: an array on PostgreSQL, a JSON array on SQLite.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <typeparam name="TElement">How each is written.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="kind">Their kind; needed where there are none.</param>
    void WriteList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>;
}
