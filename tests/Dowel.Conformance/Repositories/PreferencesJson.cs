using System.Text.Json.Serialization;

namespace Dowel.Conformance;

/// <summary>How preferences are serialized.</summary>
[JsonSerializable(typeof(Preferences))]
public sealed partial class PreferencesJson : JsonSerializerContext;
