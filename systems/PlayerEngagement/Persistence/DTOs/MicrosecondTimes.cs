using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlayerEngagement;

/// <summary>Writes moments as SQLite's columns have them, so that they can be compared there; PostgreSQL reads any spelling.</summary>
internal sealed class MicrosecondTimes : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
