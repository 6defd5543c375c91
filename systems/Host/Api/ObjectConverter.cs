using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SystemsHost;

/// <summary>Reads an object of any shape, whose texts and names can all be stored.</summary>
internal sealed class ObjectConverter : JsonConverter<JsonObject>
{
    /// <inheritdoc/>
    public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object is needed.");
        }

        var texts = reader;
        var element = JsonSerializer.Deserialize<JsonElement>(ref reader, options);
        while (texts.TokenStartIndex < reader.TokenStartIndex)
        {
            if (texts.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                TextConverter.Read(ref texts);
            }

            texts.Read();
        }

        return JsonObject.Create(element);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
