namespace Dowel.Schema;

/// <summary>A table that is there before a plan and after it.</summary>
/// <param name="Before">The table as it was.</param>
/// <param name="After">The table as it is.</param>
/// <param name="Columns">The columns that stay, each by its name before and after.</param>
internal sealed record KeptTable(TableModel Before, TableModel After, IReadOnlyList<(ColumnModel Before, ColumnModel After)> Columns)
{
    /// <summary>Finds what a plan keeps. Pure.</summary>
    /// <param name="plan">The plan; its renamings tell what is called otherwise afterwards.</param>
    public static IReadOnlyList<KeptTable> Of(SchemaPlan plan)
    {
        var renamed = plan.Changes.OfType<RenameObject>().ToList();
        return
        [
            .. from before in plan.Before.Tables
               where before is { Kind: TableKind.Table, PartitionOf: null }
               let key = Follow(before.Key, renamed)
               let after = plan.After.Find(key)
               where after is { Kind: TableKind.Table } && !IsMadeAnew(plan, before.Key)
               select new KeptTable(before, after, [.. Pairs(before, after, renamed, plan)]),
        ];
    }

    /// <summary>The query for the values before, in the order of <see cref="Columns"/>.</summary>
    public string SelectBefore(ISchemaEngine engine) => Select(engine, Before, Columns.Select(pair => pair.Before));

    /// <summary>The query for the values after.</summary>
    public string SelectAfter(ISchemaEngine engine) => Select(engine, After, Columns.Select(pair => pair.After));

    private static string Select(ISchemaEngine engine, TableModel table, IEnumerable<ColumnModel> columns) =>
        $"select {string.Join(", ", columns.Select(column => engine.Quote(column.Name)).DefaultIfEmpty("1"))} from "
        + (table.Schema is null ? "" : engine.Quote(table.Schema) + '.') + engine.Quote(table.Name);

    private static IEnumerable<(ColumnModel, ColumnModel)> Pairs(TableModel before, TableModel after, List<RenameObject> renamed, SchemaPlan plan)
    {
        foreach (var column in before.Columns)
        {
            // A column is renamed by the table's new name.
            var name = renamed.FirstOrDefault(rename => rename.From == after.Key.Column(column.Name) || rename.From == before.Key.Column(column.Name))?.To.Part ?? column.Name;
            var isDropped = plan.Changes.Any(change => change is DropColumn drop && drop.Column.Name == column.Name && drop.Table.Key == after.Key);
            if (!isDropped && after.Find(name) is { } kept)
            {
                yield return (column, kept);
            }
        }
    }

    private static ObjectKey Follow(ObjectKey key, List<RenameObject> renamed)
    {
        foreach (var rename in renamed)
        {
            key = rename.From == key ? rename.To : key;
        }

        return key;
    }

    private static bool IsMadeAnew(SchemaPlan plan, ObjectKey key) => plan.Changes.Any(change => change is DropObject drop && drop.Key == key);
}
