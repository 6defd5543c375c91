using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Refuses what would not come back as it was. Pure; no value is ever part of a message.</summary>
internal static class PostgresChecks
{
    /// <summary>Refuses U+0000, which the server's text cannot hold, and halves of surrogate pairs, which UTF-8 cannot.</summary>
    /// <exception cref="ArgumentException">The text has one.</exception>
    public static void Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Contains('\0'))
        {
            throw new ArgumentException("Text with the character U+0000 cannot be stored.", nameof(value));
        }

        var rest = value.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                throw new ArgumentException("Text with half of a surrogate pair cannot be stored.", nameof(value));
            }

            rest = rest[(at + 2)..];
        }
    }

    /// <summary>Refuses NaN, which SQLite makes null and which is equal to itself here alone.</summary>
    /// <exception cref="ArgumentException">The value is NaN.</exception>
    public static void Number(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("NaN cannot be stored.", nameof(value));
        }
    }

    /// <summary>Refuses digits that the column does not have, and gives the number exactly the column's digits after the point.</summary>
    /// <exception cref="ArgumentException">The value has more digits, before the point or after it.</exception>
    public static decimal Digits(decimal value, int precision, int scale)
    {
        if (!DecimalDigits.TryScale(value, precision, scale, out var scaled))
        {
            throw new ArgumentException($"A value has more digits than numeric({precision}, {scale}) holds.", nameof(value));
        }

        return scaled;
    }

    /// <summary>Gives a number an exact count of digits after the point.</summary>
    /// <returns>False where that would drop digits, or there is no room for the zeros.</returns>
    public static bool TryScale(decimal value, int scale, out decimal scaled)
    {
        scaled = value;
        if (value.Scale == scale)
        {
            return true;
        }

        if (value.Scale > scale)
        {
            scaled = decimal.Round(value, scale);
            return scaled == value;
        }

        // A sum has the longer of both scales.
        scaled = value + new decimal(0, 0, 0, isNegative: false, (byte)scale);
        return scaled.Scale == scale;
    }

    /// <summary>Refuses a time that may be local.</summary>
    /// <exception cref="ArgumentException">The value is not UTC.</exception>
    public static void Utc(DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("Only a DateTime of kind Utc can be stored.", nameof(value));
        }
    }

    /// <summary>A value's JSON.</summary>
    /// <exception cref="ArgumentException">
    /// It has U+0000, which <c>jsonb</c> cannot hold (PostgreSQL 18 docs, 8.14), or half of a surrogate pair, for which .NET writes U+FFFD.
    /// </exception>
    public static byte[] Json<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(value);
        var document = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return JsonEscapes.Has(document, "u0000"u8) || (JsonEscapes.Has(document, "uFFFD"u8) && HasHalfPair(value, type))
            ? throw new ArgumentException("JSON with the character U+0000 or half of a surrogate pair cannot be stored.", nameof(value))
            : document;
    }

    // This encoder escapes U+FFFD only where it stands for half of a surrogate pair.
    private static bool HasHalfPair<T>(T value, JsonTypeInfo<T> type)
    {
        using var document = new MemoryStream();
        using (var writer = new Utf8JsonWriter(document, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return JsonEscapes.Has(document.GetBuffer().AsSpan(0, (int)document.Length), "uFFFD"u8);
    }
}
