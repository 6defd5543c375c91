using Dowel.Conformance;
using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Schema;
using Dowel.Sqlite;

namespace Shop;

public abstract class GuideContract(Engine engine) : IAsyncLifetime
{
    private TestDatabase _place = null!;
    private Database _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Samples Samples => new(_database, Products, TimeProvider.System);

    private ProductRepository Products => new(_database);

    public async ValueTask InitializeAsync()
    {
        _place = await engine.CreateAsync();
        await using (var scripts = _place.Open())
        {
            await new Migrator(scripts, ScriptSetLoader.Load([new AssemblySource(typeof(Product).Assembly)], scripts.Dialect)).ApplyAsync(Cancellation);
        }

        _database = engine == Engine.Sqlite ? SqliteDatabase.Open(_place.ConnectionString) : PostgresDatabase.Open(_place.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_product_is_added_changed_and_sold()
    {
        var lamp = await Samples.AddAsync(Cancellation);
        lamp.Id.ShouldNotBe(Guid.Empty);

        (await Samples.PutOnSaleAsync(lamp, Cancellation)).ShouldBe("It is revision 2 now.");
        (await Samples.PutOnSaleAsync(lamp, Cancellation)).ShouldBe("Somebody else was faster: read it again.");
        (await Samples.AddOnceAsync(lamp with { Id = Guid.Empty }, Cancellation)).ShouldBe("There is one with the same sku.");

        (await Products.TakeAsync(lamp.Id, 2, Cancellation)).ShouldBeTrue();
        (await Products.TakeAsync(lamp.Id, 4, Cancellation)).ShouldBeFalse();
        (await Products.HighestPriceAsync(ProductState.OnSale, Cancellation)).ShouldBe(24.90m);
        (await Products.HighestPriceAsync(ProductState.Retired, Cancellation)).ShouldBeNull();
        (await Products.CountTaggedAsync("light", Cancellation)).ShouldBe(1);
        (await Products.CountTaggedAsync("heavy", Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_database_that_was_changed_by_hand_is_told_from_one_migrated_anew()
    {
        await using var database = _place.Open();
        await using var anew = await _place.Server.CreateScratchAsync(Cancellation);
        await new Migrator(anew, ScriptSetLoader.Load([new AssemblySource(typeof(Product).Assembly)], anew.Dialect)).ApplyAsync(Cancellation);

        (await SchemaSamples.CompareAsync((ISchemaSource)database, (ISchemaSource)anew, Cancellation)).ShouldStartWith("erDiagram");

        await _place.ExecuteAsync("create table added_by_hand (id bigint not null primary key)");
        (await SchemaSamples.CompareAsync((ISchemaSource)database, (ISchemaSource)anew, Cancellation)).ShouldBe("create table added_by_hand");
    }

    [Fact]
    public async Task Stock_moves_as_a_whole_or_not_at_all()
    {
        var lamp = await Samples.AddAsync(Cancellation);
        var to = await Products.InsertAsync(lamp with { Id = Guid.Empty, Sku = "L-2", Stock = 0 }, Cancellation);

        (await Samples.MoveStockAsync(lamp.Id, to.Id, 3, Cancellation)).ShouldBeTrue();
        (await Samples.MoveStockAsync(lamp.Id, to.Id, 3, Cancellation)).ShouldBeFalse();

        (await Products.FindAsync(lamp.Id, Cancellation))!.Stock.ShouldBe(2);
        (await Products.FindAsync(to.Id, Cancellation))!.Stock.ShouldBe(3);
    }

    [Fact]
    public async Task A_basket_is_its_owners_alone()
    {
        var baskets = new BasketRepository(_database);
        var (ann, eve) = (new CustomerId(1), new CustomerId(2));
        await baskets.InsertAsync(ann, new("a", ann, "gifts"), Cancellation);

        (await baskets.FindAsync(eve, "a", Cancellation)).ShouldBeNull();
        (await baskets.MatchingAsync(eve, "%", Cancellation)).ShouldBeEmpty();
        (await baskets.SetNoteAsync(eve, "a", "mine", Cancellation)).ShouldBeFalse();
        (await baskets.DeleteAsync(eve, "a", Cancellation)).ShouldBeFalse();

        (await baskets.SetNoteAsync(ann, "a", "more gifts", Cancellation)).ShouldBeTrue();
        (await baskets.MatchingAsync(ann, "more%", Cancellation)).ShouldBe([new("a", ann, "more gifts")]);
        (await baskets.CountOfAllAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Products_are_searched_counted_and_walked_through()
    {
        var lamp = await Samples.AddAsync(Cancellation);
        await Products.InsertManyAsync(
            [.. Enumerable.Range(0, 250).Select(i => lamp with { Id = Guid.CreateVersion7(), Sku = $"B-{i:000}", Name = $"Book {i:000}", Price = i, Stock = i })], Cancellation);

        (await Samples.WalkAsync(Cancellation)).ShouldBe(251);
        (await Products.CountByStateAsync(Cancellation)).ShouldBe([(ProductState.Draft, 251)]);
        (await Products.WithSkusAsync(["B-001", "L-1", "none"], Cancellation)).Select(product => product.Sku).ShouldBe(["B-001", "L-1"]);

        var page = await Products.SearchAsync(ProductState.Draft, 10m, new PageRequest(5) { CountTotal = true }, Cancellation);
        (page.Items.Count, page.HasMore, page.Total).ShouldBe((5, true, 11));
        (await Products.SearchAsync(null, null, new PageRequest(500), Cancellation)).Items.Count.ShouldBe(251);

        var short_ = new List<StockLine>();
        await foreach (var line in Products.RunningOutAsync(3, Cancellation))
        {
            short_.Add(line);
        }

        short_.ShouldBe([new("B-000", 0), new("B-001", 1), new("B-002", 2)]);
    }
}

public sealed class SqliteGuide() : GuideContract(Engine.Sqlite);

public sealed class PostgresGuide() : GuideContract(Engine.Postgres);
