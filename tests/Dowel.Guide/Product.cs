using Dowel.Data;

namespace Shop;

[Table("products")]
public sealed record Product(
    [Key] Guid Id,
    [Unique] string Sku,
    string Name,
    [Precision(12, 2)] decimal Price,
    int Stock,
    ProductState State,
    [Json(typeof(ShopJson))] IReadOnlyList<string> Tags,
    [Version] int Revision,
    [InsertOnly] DateTimeOffset CreatedAt);
