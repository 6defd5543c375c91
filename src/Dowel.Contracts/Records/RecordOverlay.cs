using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays what records say over what the scripts make. Pure.</summary>
/// <remarks>
/// What a record can say belongs to it: columns and whether they can be null, defaults, keys, references, plain indexes, its checks, row security. What
/// it cannot say is kept from the scripts: other checks, indexes over expressions or some rows, computed columns, triggers, views, all other
/// tables. A type, collation or key that holds what the record needs stays as the scripts have it. Whether silence about an index, a key, a default or
/// row security means that it goes is for whoever asks: a comparison shows it, a migration does not drop it.
/// </remarks>
internal static class RecordOverlay
{
    /// <summary>Makes the schema that is wanted.</summary>
    /// <param name="scripts">What the scripts make, by the names that it will have.</param>
    /// <param name="records">What <see cref="RecordSchema"/> makes, read back.</param>
    /// <param name="contracts">What the repositories need.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="unsaid">Keeps what a record could say and does not; null where those go.</param>
    public static DatabaseModel Apply(
        DatabaseModel scripts, DatabaseModel records, IReadOnlyList<RepositoryContract> contracts, IRecordDialect engine, UnsaidParts? unsaid = null)
    {
        var tables = RecordSet.Of(contracts).Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var (wanted, gone) = (new List<TableModel>(), new HashSet<ObjectKey>());
        foreach (var found in scripts.Tables)
        {
            var isOverlaid = found is { Schema: null, Kind: TableKind.Table } && tables.ContainsKey(found.Name) && records.Find(found.Name) is not null;
            wanted.Add(isOverlaid ? new TableOverlay(tables[found.Name], tables, engine, unsaid).Apply(found, records.Find(found.Name)!, gone) : found);
        }

        wanted.AddRange(records.Tables.Where(table => tables.ContainsKey(table.Name) && scripts.Find(table.Name) is null));
        gone.UnionWith(Sequences(scripts).Except(Sequences(scripts with { Tables = wanted })));
        return scripts with { Tables = wanted, Objects = new ObjectOverlay(tables, gone, unsaid).Apply(scripts.Objects, records.Objects) };
    }

    /// <summary>The tables of the scripts that no record is a row of, which are kept as they are.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="contracts">What the repositories need.</param>
    public static IReadOnlyList<TableModel> Unrecorded(DatabaseModel scripts, IReadOnlyList<RepositoryContract> contracts)
    {
        var recorded = contracts.Select(contract => contract.Table?.Name).ToHashSet(StringComparer.Ordinal);
        return [.. scripts.Tables.Where(table => table.Kind == TableKind.Table && (table.Schema is not null || !recorded.Contains(table.Name)))];
    }

    private static IEnumerable<ObjectKey> Sequences(DatabaseModel database) =>
        database.Tables.SelectMany(table => table.Columns).SelectMany(column => column.Needs).Where(need => need.Kind == ObjectKind.Sequence);
}
