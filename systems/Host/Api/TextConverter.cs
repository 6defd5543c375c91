using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemsHost;

/// <summary>Reads text of requests, and refuses what PostgreSQL cannot store, so that both engines take the same.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text is not null && text.Contains('\0', StringComparison.Ordinal)
            ? throw new JsonException("Text with the character U+0000 cannot be stored.")
            : text;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
