using System.Text.Json.Serialization;

namespace DeployStore;

/// <summary>How the JSON of this store is read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeploymentConfig))]
public sealed partial class DeployStoreJson : JsonSerializerContext;
