using Dowel.Data;

namespace Shop;

[Repository<Product>(Upsert = [nameof(Product.Sku)], OrderBy = ["-" + nameof(Product.CreatedAt)])]
public sealed partial class ProductRepository
{
    [Query("select {columns} from products where sku in (@skus) order by sku")]
    public partial ValueTask<IReadOnlyList<Product>> WithSkusAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken = default);

    [Query("update products set stock = stock - @count where id = @id and stock >= @count")]
    public partial ValueTask<bool> TakeAsync(Guid id, int count, CancellationToken cancellationToken = default);

    [Query("select sku, stock from products where stock < @limit order by stock, sku")]
    public partial IAsyncEnumerable<StockLine> RunningOutAsync(int limit, CancellationToken cancellationToken = default);

    [Query("select state, count(*) as products from products group by state order by state")]
    public partial ValueTask<IReadOnlyList<(ProductState State, long Products)>> CountByStateAsync(CancellationToken cancellationToken = default);

    [Query("select max(price) from products where state = @state")]
    [return: Precision(12, 2)]
    public partial ValueTask<decimal?> HighestPriceAsync(ProductState state, CancellationToken cancellationToken = default);

    [Query("""
        select {columns} from products
        where true {? and state = @state} {? and price <= @price}
        order by name, id
        """)]
    public partial ValueTask<Page<Product>> SearchAsync(
        ProductState? state, decimal? price, PageRequest page, CancellationToken cancellationToken = default);

    [Query(
        Sqlite = "select count(*) from products where tags like '%\"' || @tag || '\"%'",
        Postgres = "select count(*) from products where tags ? @tag")]
    public partial ValueTask<long> CountTaggedAsync(string tag, CancellationToken cancellationToken = default);
}
