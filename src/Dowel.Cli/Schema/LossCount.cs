using System.Globalization;
using Dowel.Postgres;
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
        if (engine is PostgresSchemaEngine)
        {
            // Rows that policies hide are refused then, and not passed over.
            await database.QueryAsync("set row_security = off", cancellationToken).ConfigureAwait(false);
        }

        foreach (var loss in plan.Losses)
        {
            if (Query(loss.Key) is { } sql && await CountAsync(database, sql, cancellationToken).ConfigureAwait(false) is { } count)
            {
                counts[loss.Word] = count;
            }
        }

        return counts;
    }

    // Whoever may read a schema may not be let read rows.
    private static async Task<long?> CountAsync(ISchemaDatabase database, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return long.Parse((await database.QueryAsync(sql, cancellationToken).ConfigureAwait(false))[0][0]!, CultureInfo.InvariantCulture);
        }
        catch (SchemaStatementException)
        {
            return null;
        }
    }

    // The plan calls things by their new names, and the database has the old ones.
    private string? Query(ObjectKey key)
    {
        if (key is { Kind: ObjectKind.Enum, Part: { } label })
        {
            return OfLabel(Old(key with { Part = null }), label);
        }

        var whole = Old(key.Table);
        if (plan.Before.Find(whole) is not { } table)
        {
            return null;
        }

        var name = NameOf(table.Key);
        return key.Kind switch
        {
            ObjectKind.Table => $"select count(*) from {name}",
            ObjectKind.Column when table.Find(Old(key).Part!) is { } column => $"select count({engine.Quote(column.Name)}) from {name}",
            _ => null,
        };
    }

    // The rows of every table that have it, in a column of the type or of lists of it.
    private string OfLabel(ObjectKey type, string label)
    {
        var name = NameOf(type);
        var text = $"'{label.Replace("'", "''", StringComparison.Ordinal)}'";
        var counts =
            from table in plan.Before.Tables
            where table is { Kind: TableKind.Table, PartitionOf: null }
            from column in table.Columns
            let isList = column.BaseType == $"{name}[]"
            where isList || column.BaseType == name
            let value = engine.Quote(column.Name)
            select $"(select count(*) from {NameOf(table.Key)} where {(isList ? $"{text} = any({value}::text[])" : $"{value}::text = {text}")})";
        return $"select {string.Join(" + ", counts.DefaultIfEmpty("0"))}";
    }

    private string NameOf(ObjectKey key) => (key.Schema is null ? "" : engine.Quote(key.Schema) + '.') + engine.Quote(key.Name);

    private ObjectKey Old(ObjectKey key) => plan.Changes.OfType<RenameObject>().FirstOrDefault(rename => rename.To == key)?.From ?? key;
}
