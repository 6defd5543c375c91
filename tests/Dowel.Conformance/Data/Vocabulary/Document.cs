using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A value that is stored as JSON.</summary>
internal sealed record Document(string Text, decimal Number, bool? Flag) : IValue
{
    /// <summary>How it is serialized.</summary>
    public static JsonTypeInfo<Document> Type { get; } = (JsonTypeInfo<Document>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Document));

    /// <inheritdoc/>
    public void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteJson(this, Type);
}
