using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PlayerEngagement;

/// <summary>How policies and states are written. A policy with a member that nobody knows, or without one that it needs, is not read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PolicyDefinition))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class EngagementJson : JsonSerializerContext;
