using Dowel.Data;

namespace Shop;

[Repository<Basket>]
public sealed partial class BasketRepository
{
    [Query("select {columns:b} from {baskets} b where b.note like @pattern order by b.id")]
    public partial ValueTask<IReadOnlyList<Basket>> MatchingAsync(CustomerId owner, string pattern, CancellationToken cancellationToken = default);

    [Update(Set = "note = @note", Where = "id = @id")]
    public partial ValueTask<bool> SetNoteAsync(CustomerId owner, string id, string note, CancellationToken cancellationToken = default);

    [Unowned("The shop counts baskets for its own statistics.")]
    [Query("select count(*) from {baskets}")]
    public partial ValueTask<long> CountOfAllAsync(CancellationToken cancellationToken = default);
}
