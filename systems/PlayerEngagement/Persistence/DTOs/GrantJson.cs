using System.Text.Json.Serialization;

namespace PlayerEngagement;

/// <summary>How a grant is written for the statements that take it apart: names are those of columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(MicrosecondTimes)])]
[JsonSerializable(typeof(Grant))]
internal sealed partial class GrantJson : JsonSerializerContext;
