using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Compares a record with its table. Pure.</summary>
/// <param name="table">The record.</param>
/// <param name="model">The database.</param>
/// <param name="fits">Whether a property's values go into a column and come out as they were.</param>
internal sealed class TableCheck(ContractTable table, DatabaseModel model, Func<ContractType, ColumnModel, bool> fits)
{
    /// <summary>All differences.</summary>
    public IEnumerable<DowelError> Find() => model.Find(table.Name) is { } found
        ? [.. table.Columns.SelectMany(column => Compare(column, found)), .. found.IsView ? [] : FindInTable(found)]
        : [TableErrors.NoTable(table, model)];

    private IEnumerable<DowelError> Compare(ContractColumn column, TableModel found)
    {
        if (found.Find(column.Name) is not { } actual)
        {
            yield return TableErrors.NoColumn(table, column, found);
            yield break;
        }

        if (!fits(column.Type, actual))
        {
            yield return TableErrors.WrongType(table, column, actual);
        }

        if (!found.IsView && FindNullability(column, actual) is { } difference)
        {
            yield return difference;
        }

        if (!found.IsView && FindGeneration(column, actual) is { } maker)
        {
            yield return maker;
        }
    }

    // What the database makes is never sent, so that a nullable property is merely cautious.
    private DowelError? FindNullability(ContractColumn column, ColumnModel actual) => (column.IsNullable, actual.IsNullable) switch
    {
        (false, true) => TableErrors.CanBeNull(table, column),
        (true, false) when !column.IsIdentity && actual.Generation == Generation.None => TableErrors.CannotBeNull(table, column),
        _ => null,
    };

    private DowelError? FindGeneration(ContractColumn column, ColumnModel actual) => column.IsIdentity switch
    {
        true when actual.Generation is Generation.None && actual.Default is null => TableErrors.NotMade(table, column),
        false when actual.Generation is Generation.StrictIdentity or Generation.Computed => TableErrors.MadeByDatabase(table, column),
        _ => null,
    };

    private IEnumerable<DowelError> FindInTable(TableModel found)
    {
        foreach (var column in found.Columns)
        {
            var isNeeded = !column.IsNullable && column.Default is null && column.Generation == Generation.None;
            if (isNeeded && !table.Columns.Any(each => each.Name == column.Name))
            {
                yield return TableErrors.Unfilled(table, column);
            }
        }

        if (table.Key.Count > 0 && Known(table.Key, found) && !Same(table.Key, found.PrimaryKey) && !IsUnique(table.Key, found))
        {
            yield return TableErrors.NotTheKey(table, found);
        }

        foreach (var unique in table.Uniques)
        {
            if (Known(unique.Columns, found) && !Same(unique.Columns, found.PrimaryKey) && !IsUnique(unique.Columns, found))
            {
                yield return TableErrors.NotUnique(table, unique);
            }
        }
    }

    // A column that is not there has been told already.
    private static bool Known(IReadOnlyList<string> columns, TableModel found) => columns.All(column => found.Find(column) is not null);

    private static bool IsUnique(IReadOnlyList<string> columns, TableModel found) => found.Uniques.Any(unique => Same(columns, unique.Columns));

    // `on conflict (b, a)` finds the key (a, b) on both engines.
    private static bool Same(IReadOnlyList<string> columns, IReadOnlyList<string> others) =>
        columns.Count == others.Count && !columns.Except(others, StringComparer.Ordinal).Any();
}
