using Dowel.Data;

namespace Shop;

[Table("products")]
public sealed record Product([Key] string Sku, string Title);

[Repository<Product>]
public sealed partial class ProductRepository;

[Table("shelves")]
public sealed record Shelf([Key] string Name, int Room);

[Repository<Shelf>]
public sealed partial class ShelfRepository;
