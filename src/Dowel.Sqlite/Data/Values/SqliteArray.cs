using System.Text.Json;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Reads a JSON array whose elements are spelled as the values of a column are.</summary>
internal static class SqliteArray
{
    /// <summary>Reads all elements.</summary>
    /// <exception cref="UnexpectedValueException">The text is no array, or an element is of another kind.</exception>
    /// <exception cref="NotSupportedException">SQLite has no arrays of such elements.</exception>
    public static T[] Read<T>(ReadOnlySpan<byte> text, int ordinal)
    {
        try
        {
            var json = new Utf8JsonReader(text);
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
            {
                throw Unexpected(ordinal);
            }

            var elements = new List<T>();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                elements.Add(ReadElement<T>(ref json, ordinal));
            }

            return [.. elements];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw Unexpected(ordinal, error);
        }
    }

    // For each type the compiler keeps one branch, and no value type is boxed.
    private static T ReadElement<T>(ref Utf8JsonReader json, int ordinal) =>
        typeof(T) == typeof(long) ? (T)(object)json.GetInt64()
        : typeof(T) == typeof(int) ? (T)(object)json.GetInt32()
        : typeof(T) == typeof(short) ? (T)(object)json.GetInt16()
        : typeof(T) == typeof(double) ? (T)(object)json.GetDouble()
        : typeof(T) == typeof(float) ? (T)(object)(float)json.GetDouble()
        : typeof(T) == typeof(bool) ? (T)(object)(json.GetInt64() switch { 0 => false, 1 => true, _ => throw Unexpected(ordinal) })
        : typeof(T) == typeof(TimeSpan) ? (T)(object)(SqliteSpelling.TryRead(json.GetInt64(), out var length) ? length : throw Unexpected(ordinal))
        : ReadText<T>(ref json, ordinal);

    private static T ReadText<T>(ref Utf8JsonReader json, int ordinal)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw Unexpected(ordinal);
        }

        return typeof(T) == typeof(string) ? (T)(object)json.GetString()!
            : typeof(T) == typeof(Guid) ? (T)(object)json.GetGuid()
            : typeof(T) == typeof(DateTime) ? (T)(object)ReadTime(ref json, ordinal)
            : typeof(T) == typeof(DateTimeOffset) ? (T)(object)new DateTimeOffset(ReadTime(ref json, ordinal))
            : typeof(T) == typeof(DateOnly)
                ? (T)(object)(SqliteSpelling.TryRead(json.ValueSpan, out DateOnly day) ? day : throw Unexpected(ordinal))
            : typeof(T) == typeof(TimeOnly)
                ? (T)(object)(SqliteSpelling.TryRead(json.ValueSpan, out TimeOnly time) ? time : throw Unexpected(ordinal))
            : throw new NotSupportedException($"SQLite has no arrays of {typeof(T).Name}.");
    }

    private static DateTime ReadTime(ref Utf8JsonReader json, int ordinal) =>
        SqliteSpelling.TryRead(json.ValueSpan, out DateTime time) ? time : throw Unexpected(ordinal);

    private static UnexpectedValueException Unexpected(int ordinal, Exception? error = null) =>
        new(ordinal, "a JSON array of the code's elements", "another text", error);
}
