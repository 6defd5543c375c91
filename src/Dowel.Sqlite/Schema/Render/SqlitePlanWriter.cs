using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Writes a plan as statements. Pure.</summary>
internal sealed class SqlitePlanWriter
{
    private readonly SchemaPlan _plan;
    private readonly Dictionary<string, SqliteTableChange> _changes;
    private readonly SqliteFreeNames _names;
    private readonly SqliteRenaming _renaming;

    private SqlitePlanWriter(SchemaPlan plan)
    {
        _plan = plan;
        _changes = plan.Changes.Where(IsOfTable).GroupBy(TableOf)
            .ToDictionary(group => group.Key.Name, group => new SqliteTableChange([.. group], After(group.Key, group)), StringComparer.Ordinal);
        _names = new(plan);
        _renaming = new(plan, _names);
    }

    /// <summary>Writes a plan.</summary>
    /// <returns>The statements in their order, all for one transaction.</returns>
    /// <exception cref="MigrationRefusedException">A constraint is to be renamed.</exception>
    public static IReadOnlyList<string> Write(SchemaPlan plan)
    {
        var writer = new SqlitePlanWriter(plan);
        return [.. writer._renaming.Statements(), .. plan.Changes.Where(change => change is not RenameObject).SelectMany(writer.Statements)];
    }

    private IEnumerable<string> Statements(SchemaChange change) => change switch
    {
        CreateTable create => [create.Table.AsWritten(SqliteTableWriter.Create(create.Table with { Constraints = create.Constraints }, create.Table.Name))],
        CreateObject create => [create.Object.CreateAsWritten],
        DropObject drop => GoesWithTable(drop) || _renaming.HasDropped(drop.Key) ? [] : [drop.Object.Drop],
        ReplaceObject replace => [replace.Before.Drop, replace.After.CreateAsWritten],
        _ when IsOfTable(change) => Change(change, _changes[TableOf(change).Name]),
        _ => throw new InvalidOperationException($"{change.GetType().Name} is no change of a SQLite schema."),
    };

    private IEnumerable<string> Change(SchemaChange change, SqliteTableChange whole)
    {
        if (!whole.IsInPlace)
        {
            return ReferenceEquals(change, whole.First) ? new SqliteRebuild(whole, _names).Statements() : [];
        }

        return change switch
        {
            AddColumn add => [Add(add.Table, add.Column)],
            DropColumn drop => [$"alter table {SqliteKeywords.Quote(drop.Table.Name)} drop column {SqliteKeywords.Quote(drop.Column.Name)}"],
            AlterTable alter => SqliteAlterRules.Added(alter).Select(column => Add(alter.After, column)),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string Add(TableModel table, ColumnModel column) =>
        $"alter table {SqliteKeywords.Quote(table.Name)} add column {SqliteTableWriter.Column(table, column, SqliteAlterRules.Beside(table, column))}";

    // An index of a table that is made anew or dropped is gone with it.
    private bool GoesWithTable(DropObject drop) => drop.Object is IndexModel index
        && ((_changes.TryGetValue(index.Key.Name, out var change) && !change.IsInPlace)
            || _plan.Changes.OfType<DropObject>().Any(other => other.Object is TableModel table && table.Name == index.Key.Name));

    private TableModel After(ObjectKey table, IEnumerable<SchemaChange> changes) => _plan.After.Find(table) ?? changes.Select(change => change switch
    {
        AlterTable alter => alter.After,
        AddColumn add => add.Table,
        AlterColumn alter => alter.Table,
        _ => null,
    }).OfType<TableModel>().First();

    private static bool IsOfTable(SchemaChange change) => change is AddColumn or DropColumn or AlterColumn or AlterTable;

    private static ObjectKey TableOf(SchemaChange change) => change is AlterTable ? change.Key : change.Key.Table;
}
