using System.Text.Json.Serialization;

namespace Workspaces;

/// <summary>How the JSON of the workspaces is read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AgentProgress))]
public sealed partial class WorkspacesJson : JsonSerializerContext;
