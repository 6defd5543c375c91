namespace Dowel.Generator.Tests.Queries;

/// <summary>Methods with SQL in, the exact text out.</summary>
public sealed class QueryGoldenTests
{
    [Fact]
    public void Every_shape_of_result() => Check("Shapes", """
        namespace Shop;

        public enum State { Open, [Label("closed-up")] Closed }

        public readonly record struct OrderId(long Value);

        [Table("orders")]
        public sealed record Order(
            [Key] OrderId Id, string Customer, State State, [Precision(9, 2)] decimal Total, [UnixSeconds] DateTimeOffset PlacedAt, DateTimeOffset? SentAt);

        public sealed record Line(string Customer, [Precision(12, 2)] decimal Sum)
        {
            public required long Count { get; init; }

            [Column("last")]
            public DateTimeOffset? LastSentAt { get; init; }
        }

        [Repository<Order>]
        public sealed partial class OrderRepository
        {
            /// <summary>Finds the first order of a <paramref name="customer"/>.</summary>
            /// <param name="customer">The customer.</param>
            /// <param name="cancellationToken">Stops it.</param>
            /// <returns>The order.</returns>
            [Query("select {columns} from orders where customer = @customer order by id limit 1")]
            public partial ValueTask<Order?> FirstOfAsync(string customer, CancellationToken cancellationToken = default);

            [Query("select {columns:o} from orders o where o.id in (@ids)")]
            public partial ValueTask<IReadOnlyList<Order>> AmongAsync(IReadOnlyCollection<OrderId> ids, CancellationToken cancellationToken = default);

            [Query("select {columns} from orders where state = @state and placed_at < @placedAt")]
            public partial IAsyncEnumerable<Order> OlderAsync(State state, DateTimeOffset placedAt, CancellationToken cancellationToken = default);

            [Query("select customer, sum(total), count(*), max(sent_at) as last from orders group by customer order by customer")]
            internal partial Task<List<Line>> LinesAsync(CancellationToken cancellationToken = default);

            [Query("select id, state from orders where customer = @customer limit 1")]
            public partial ValueTask<(OrderId Id, State State)?> StateAsync(string customer, CancellationToken cancellationToken);

            [Query("select max(sent_at) from orders")]
            public partial ValueTask<DateTimeOffset?> LastSentAsync(CancellationToken cancellationToken = default);

            [Query("select count(*) from orders")]
            public partial Task<long> HowManyAsync(CancellationToken cancellationToken = default);

            [Query("update orders set sent_at = @sentAt where id = @id")]
            public partial ValueTask<bool> SendAsync(OrderId id, DateTimeOffset? sentAt, CancellationToken cancellationToken = default);

            [Query("delete from orders where total < @total")]
            public partial ValueTask<int> DropAsync(decimal total = 1.5m, CancellationToken cancellationToken = default);

            [Query("delete from orders")]
            public partial ValueTask<long> DropAllAsync(CancellationToken cancellationToken = default);

            [Query(Sqlite = "pragma optimize", Postgres = "analyze orders")]
            private partial ValueTask AnalyzeAsync(CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public void Fragments_and_pages() => Check("Pages", """"
        namespace Shop;

        [Table("items")]
        public sealed record Item([Key] long Id, string Name, int? Rank);

        [Repository<Item>]
        public sealed partial class ItemRepository
        {
            [Query("""
                select {columns}
                from items
                where name = coalesce(@name, name)
                  {? and rank < @until and rank < @cap }
                  {? and id not in (@without) }
                order by id
                """)]
            public partial ValueTask<Page<Item>> SearchAsync(
                string? name, int? until, int cap, IReadOnlyList<long>? without, PageRequest page, CancellationToken cancellationToken = default);

            [Query("select {columns} from items{? where name = @name }", OrderBy = ["-Rank"])]
            public partial ValueTask<CursorPage<Item>> RankedAsync(string? name, CursorRequest request, CancellationToken cancellationToken = default);

            [Query("select name, count(*) as many from items where id > @id group by name", OrderBy = ["Name"])]
            public partial ValueTask<CursorPage<(string Name, long Many)>> NamesAsync(long id, CursorRequest page, CancellationToken cancellationToken = default);
        }
        """");

    private static void Check(string name, string source)
    {
        var result = Source.Generate(source);
        Golden.Check($"{name}.verified.cs", result.Code());
        Golden.Check($"{name}.contract.verified.cs", result.Code("Repository.contract.g.cs"));
    }
}
