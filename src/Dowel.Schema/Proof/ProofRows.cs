using System.Globalization;

namespace Dowel.Schema;

/// <summary>The rows on which a plan is proven: made, read before it, and compared after it.</summary>
/// <param name="plan">The plan.</param>
/// <param name="engine">Its engine.</param>
internal sealed class ProofRows(SchemaPlan plan, ISchemaEngine engine)
{
    private readonly List<(KeptTable Table, KeptRows Rows)> _kept = [];

    /// <summary>The tables that could not be filled, each with how many rows it has and why no more.</summary>
    public IReadOnlyList<string> Poor { get; private set; } = [];

    /// <summary>How many rows there were before the plan.</summary>
    public int Count => _kept.Sum(each => each.Rows.Count);

    /// <summary>Makes rows.</summary>
    /// <param name="database">A throw-away database with the schema before the plan.</param>
    /// <param name="isTame">Whether they keep to what the schema becomes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SeedAsync(ISchemaDatabase database, bool isTame, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<TableModel, string>();
        await LiftAsync(database, plan.Before, async () =>
        {
            var rows = SeedPlan.Create(plan.Before, plan.After, engine, isTame);
            foreach (var row in rows)
            {
                if (await InsertAsync(database, row, cancellationToken).ConfigureAwait(false) is { } reason)
                {
                    refused.TryAdd(row.Table, reason);
                }
            }

            Poor = await CountAsync(database, refused, rows.Count(row => row.Table == rows[0].Table), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what is to be kept.</summary>
    public Task ReadAsync(ISchemaDatabase database, CancellationToken cancellationToken) => LiftAsync(database, plan.Before, async () =>
    {
        foreach (var table in KeptTable.Of(plan))
        {
            var rows = new KeptRows(KeptColumn.Of(table, plan));
            await database.ReadAsync(table.SelectBefore(engine), rows.Add, cancellationToken).ConfigureAwait(false);
            _kept.Add((table, rows));
        }
    }, cancellationToken);

    /// <summary>Looks whether it was kept.</summary>
    /// <param name="database">The database after the plan.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was not, as a sentence; null where all was.</returns>
    public async Task<string?> CompareAsync(ISchemaDatabase database, CancellationToken cancellationToken)
    {
        string? lost = null;
        await LiftAsync(database, plan.After, async () =>
        {
            foreach (var (table, rows) in _kept)
            {
                var now = new KeptRows(KeptColumn.Of(table, plan));
                await database.ReadAsync(table.SelectAfter(engine), now.Add, cancellationToken).ConfigureAwait(false);
                lost ??= rows.Compare(now, table.After.Key.Path);
            }
        }, cancellationToken).ConfigureAwait(false);
        return lost;
    }

    private static async Task<string?> InsertAsync(ISchemaDatabase database, SeedRow row, CancellationToken cancellationToken)
    {
        var reason = (string?)null;
        foreach (var way in row.Ways)
        {
            try
            {
                await database.QueryAsync(way, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (SchemaStatementException failure)
            {
                reason = failure.Message;
            }
        }

        return reason;
    }

    // Rows that the scripts have written are as good.
    private async Task<IReadOnlyList<string>> CountAsync(ISchemaDatabase database, Dictionary<TableModel, string> refused, int wanted, CancellationToken cancellationToken)
    {
        var poor = new List<string>();
        foreach (var (table, reason) in refused)
        {
            var name = (table.Schema is null ? "" : engine.Quote(table.Schema) + '.') + engine.Quote(table.Name);
            var count = int.Parse((await database.QueryAsync($"select count(*) from {name}", cancellationToken).ConfigureAwait(false))[0][0]!, CultureInfo.InvariantCulture);
            if (count < wanted)
            {
                poor.Add(count == 0 ? $"no rows could be made for {table.Key.Path}: {reason}" : $"{count} of {wanted} rows could be made for {table.Key.Path}: {reason}");
            }
        }

        return poor;
    }

    // Rules that hide rows from the table's own owner would hide them here too.
    private static async Task LiftAsync(ISchemaDatabase database, DatabaseModel model, Func<Task> work, CancellationToken cancellationToken)
    {
        var walls = model.Objects.Where(each => each.Key is { Kind: ObjectKind.Setting, Part: SettingNames.ForcedRowSecurity }).ToList();
        foreach (var wall in walls)
        {
            await database.QueryAsync(wall.Drop, cancellationToken).ConfigureAwait(false);
        }

        await work().ConfigureAwait(false);
        foreach (var wall in walls)
        {
            await database.QueryAsync(wall.Create, cancellationToken).ConfigureAwait(false);
        }
    }
}
