using Dowel.Data;
using Dowel.Migrations;
using Dowel.Sqlite;

namespace Shop;

/// <summary>What the guide shows of calls; the guide's blocks are lines of this file, and the tests run them on both engines.</summary>
public sealed class Samples(Database database, ProductRepository products, TimeProvider clock)
{
    public static async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        const string place = "Data Source=shop.db";
        await using var scripts = new SqliteMigrationDatabase(place);
        await new Migrator(scripts, ScriptSetLoader.Load([new AssemblySource(typeof(Product).Assembly)], scripts.Dialect)).ApplyAsync(cancellationToken);
        return SqliteDatabase.Open(place);
    }

    public async Task<Product> AddAsync(CancellationToken cancellationToken)
    {
        var lamp = await products.InsertAsync(
            new(Guid.Empty, "L-1", "Lamp", 24.90m, Stock: 5, ProductState.Draft, ["light"], Revision: 1, clock.GetUtcNow()), cancellationToken);

        var found = await products.FindBySkuAsync("L-1", cancellationToken);
        return found == lamp || found is null ? lamp : found;
    }

    public async Task<string> PutOnSaleAsync(Product lamp, CancellationToken cancellationToken)
    {
        var changed = await products.UpdateAsync(lamp with { State = ProductState.OnSale }, cancellationToken);
        return changed is null
            ? "Somebody else was faster: read it again."
            : $"It is revision {changed.Revision} now.";
    }

    public async Task<bool> MoveStockAsync(Guid sourceId, Guid targetId, int count, CancellationToken cancellationToken) =>
        await database.TransactAsync(
            async (transaction, token) =>
            {
                var inside = products.In(transaction);
                var source = await inside.FindAsync(sourceId, token);
                var target = await inside.FindAsync(targetId, token);
                return source is not null && target is not null
                    && await inside.TakeAsync(sourceId, count, token)
                    && await inside.UpdateAsync(target with { Stock = target.Stock + count }, token) is not null;
            },
            cancellationToken: cancellationToken);

    public async Task<string> AddOnceAsync(Product product, CancellationToken cancellationToken)
    {
        try
        {
            await products.InsertAsync(product, cancellationToken);
            return "Added.";
        }
        catch (UniqueViolationException taken)
        {
            return $"There is one with the same {string.Join(", ", taken.Violation.Columns)}.";
        }
    }

    public async Task<int> WalkAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        string? place = null;
        do
        {
            var page = await products.ListAsync(new CursorRequest(100, after: place), cancellationToken);
            count += page.Items.Count;
            place = page.Next;
        }
        while (place is not null);

        return count;
    }
}
