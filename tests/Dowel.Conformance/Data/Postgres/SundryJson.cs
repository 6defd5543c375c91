using System.Text.Json.Serialization;

namespace Dowel.Conformance;

/// <summary>How the tests' JSON is written.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SundryJson : JsonSerializerContext;
