using System.Globalization;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Counts what a plan would take away from a database.</summary>
/// <param name="plan">The plan.</param>
/// <param name="engine">The database's engine.</param>
internal sealed class LossCount(SchemaPlan plan, ISchemaEngine engine)
{
    /// <summary>Counts.</summary>
    /// <param name="database">The database, which has the schema before the plan.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Rows, or values that are not null, by the word that allows the loss; a loss that cannot be counted is not among them.</returns>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(ISchemaDatabase database, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var loss in plan.Losses)
        {
            if (Query(loss.Key) is { } sql)
            {
                var rows = await database.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
                counts[loss.Word] = long.Parse(rows[0][0]!, CultureInfo.InvariantCulture);
            }
        }

        return counts;
    }

    // The plan calls things by their new names, and the database has the old ones.
    private string? Query(ObjectKey key)
    {
        var whole = Old(key.Table);
        if (plan.Before.Find(whole) is not { } table)
        {
            return null;
        }

        var name = (table.Schema is null ? "" : engine.Quote(table.Schema) + '.') + engine.Quote(table.Name);
        return key.Kind switch
        {
            ObjectKind.Table => $"select count(*) from {name}",
            ObjectKind.Column when table.Find(Old(key).Part!) is { } column => $"select count({engine.Quote(column.Name)}) from {name}",
            _ => null,
        };
    }

    private ObjectKey Old(ObjectKey key) => plan.Changes.OfType<RenameObject>().FirstOrDefault(rename => rename.To == key)?.From ?? key;
}
