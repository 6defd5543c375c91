using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>What records say of the way from one schema to the next. Pure.</summary>
internal static class RecordIntents
{
    /// <summary>Takes old names and backfills; the names of constraints do not matter to records.</summary>
    /// <param name="contracts">What the repositories need.</param>
    /// <param name="engine">The engine whose texts count.</param>
    public static DiffOptions Of(IReadOnlyList<RepositoryContract> contracts, IRecordDialect engine)
    {
        var tables = RecordSet.Of(contracts).Tables;
        return new()
        {
            Renames = [.. tables.SelectMany(Renames)],
            Backfills = Backfills(tables, engine).ToDictionary(),
            IgnoresConstraintNames = true,
        };
    }

    private static IEnumerable<RenameIntent> Renames(ContractTable table) =>
    [
        .. table.RenamedFrom.Select(old => new RenameIntent(new(ObjectKind.Table, old), KeyOf(table))),
        .. table.Columns.SelectMany(column => column.RenamedFrom.Select(old => new RenameIntent(KeyOf(table).Column(old), KeyOf(table).Column(column.Name)))),
    ];

    private static IEnumerable<(ObjectKey, string)> Backfills(IReadOnlyList<ContractTable> tables, IRecordDialect engine) =>
        from table in tables
        from column in table.Columns
        let sql = column.Backfill is null ? null : engine.TextOf(column.Backfill)
        where sql is not null
        select (KeyOf(table).Column(column.Name), sql);

    private static ObjectKey KeyOf(ContractTable table) => new(ObjectKind.Table, table.Name);
}
