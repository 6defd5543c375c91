using System.Text.Json.Serialization;

namespace Shop;

[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class ShopJson : JsonSerializerContext;
