using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemsHost;

/// <summary>Refuses text with the character U+0000, which no column of PostgreSQL can hold, and with half a character.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader)!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Reads a text or a name.</summary>
    /// <param name="reader">Stands at it.</param>
    /// <returns>The text; null where JSON says null.</returns>
    /// <exception cref="JsonException">It cannot be stored.</exception>
    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString();
            return text is not null && text.Contains('\0', StringComparison.Ordinal)
                ? throw new JsonException("Text with the character U+0000 cannot be stored.")
                : text;
        }
        catch (InvalidOperationException half) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            throw new JsonException("The text has half of a pair of surrogates.", half);
        }
    }
}
