using Dowel.Data;

namespace Shop;

[Table("baskets"), OwnedBy(nameof(CustomerId))]
public sealed record Basket([Key] string Id, CustomerId CustomerId, string Note);
