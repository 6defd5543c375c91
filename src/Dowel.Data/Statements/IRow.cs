using System.Text.Json.Serialization.Metadata;

namespace Dowel.Data;

/// <summary>The row that a query is at; columns count from zero.</summary>
/// <remarks>
/// Each method but <see cref="IsNull"/> throws <see cref="UnexpectedValueException"/> where the column is null or of another kind. Times
/// come back in UTC.
/// </remarks>
public interface IRow
{
    /// <summary>Whether a column is null.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>True for null.</returns>
    bool IsNull(int ordinal);

    /// <summary>Reads a truth value.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    bool GetBoolean(int ordinal);

    /// <summary>Reads an integer that fits 16 bits.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    short GetInt16(int ordinal);

    /// <summary>Reads an integer that fits 32 bits.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    int GetInt32(int ordinal);

    /// <summary>Reads an integer; a column of fewer bits is widened.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    long GetInt64(int ordinal);

    /// <summary>Reads a number of single precision.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    float GetSingle(int ordinal);

    /// <summary>Reads a number of double precision.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    double GetDouble(int ordinal);

    /// <summary>Reads a decimal number.</summary>
    /// <param name="ordinal">The column.</param>
    /// <param name="precision">The column's digits.</param>
    /// <param name="scale">Those after the point.</param>
    /// <returns>The value, with <paramref name="scale"/> digits after the point.</returns>
    decimal GetDecimal(int ordinal, int precision, int scale);

    /// <summary>Reads text.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    string GetString(int ordinal);

    /// <summary>Reads bytes.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value, in an array of its own.</returns>
    byte[] GetBytes(int ordinal);

    /// <summary>Reads a UUID.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    Guid GetGuid(int ordinal);

    /// <summary>Reads a point in time.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value, with offset zero.</returns>
    DateTimeOffset GetDateTimeOffset(int ordinal);

    /// <summary>Reads a point in time.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value, <see cref="DateTimeKind.Utc"/>.</returns>
    DateTime GetDateTime(int ordinal);

    /// <summary>Reads a day.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    DateOnly GetDateOnly(int ordinal);

    /// <summary>Reads a time of day.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    TimeOnly GetTimeOnly(int ordinal);

    /// <summary>Reads a length of time.</summary>
    /// <param name="ordinal">The column.</param>
    /// <returns>The value.</returns>
    TimeSpan GetTimeSpan(int ordinal);

    /// <summary>Reads an enum's member from its label.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="ordinal">The column.</param>
    /// <param name="labels">The enum's labels.</param>
    /// <returns>The member.</returns>
    TEnum GetEnum<TEnum>(int ordinal, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum;

    /// <summary>Reads JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="ordinal">The column.</param>
    /// <param name="type">How it is deserialized.</param>
    /// <returns>The value; JSON's own <c>null</c> is refused as null is.</returns>
    T GetJson<T>(int ordinal, JsonTypeInfo<T> type);

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The elements' type: one of those that this interface has a method for.</typeparam>
    /// <param name="ordinal">The column.</param>
    /// <returns>The elements.</returns>
    T[] GetArray<T>(int ordinal);
}
