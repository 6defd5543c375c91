using System.Text.Json.Serialization;

namespace CoreData;

/// <summary>How the JSON in the tables is read and written.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
public sealed partial class CoreDataJson : JsonSerializerContext;
