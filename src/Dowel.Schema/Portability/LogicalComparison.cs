namespace Dowel.Schema;

/// <summary>Compares what a database on PostgreSQL and one on SQLite mean: tables, columns, keys, references, rules. Pure.</summary>
/// <remarks>
/// Names of constraints do not count, nor do defaults, indexes that are not unique, triggers and functions, which each engine writes in its own way. A rule is
/// compared by the columns that it mentions, since no expression is understood here; one that SQLite has alone is no difference where PostgreSQL's type has it.
/// </remarks>
/// <param name="postgres">The one.</param>
/// <param name="sqlite">The other.</param>
internal sealed class LogicalComparison(DatabaseModel postgres, DatabaseModel sqlite)
{
    private readonly HashSet<string> _labels = [.. postgres.Objects.OfType<EnumModel>().Select(type => type.Key.Path)];

    /// <summary>All differences.</summary>
    public IReadOnlyList<LogicalDifference> Find()
    {
        var names = Shown(postgres).Concat(Shown(sqlite)).Select(table => table.Key.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. names.SelectMany(name => Compare(name, Find(postgres, name), Find(sqlite, name)))];
    }

    private IEnumerable<LogicalDifference> Compare(string name, TableModel? left, TableModel? right)
    {
        if (left is null || right is null)
        {
            return [new(name, $"The {KindWords.Of((left ?? right)!.Kind)} is on {Only(left is not null)} alone.")];
        }

        if (IsView(left) != IsView(right))
        {
            return [new(name, $"It is a {KindWords.Of(left.Kind)} on PostgreSQL and a {KindWords.Of(right.Kind)} on SQLite.")];
        }

        var columns = left.Columns.Concat(right.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal)
            .SelectMany(column => Compare($"{name}.{column}", (left, left.Find(column)), (right, right.Find(column))));
        return IsView(left) ? columns : columns.Concat(CompareKeys(name, left, right));
    }

    private IEnumerable<LogicalDifference> Compare(string name, (TableModel Table, ColumnModel? Column) left, (TableModel Table, ColumnModel? Column) right)
    {
        if (left.Column is not { } here || right.Column is not { } there)
        {
            yield return new(name, $"The column is on {Only(left.Column is not null)} alone.");
            yield break;
        }

        if (IsView(left.Table))
        {
            yield break;
        }

        if ((LogicalTypes.OfPostgres(here, _labels.Contains(here.BaseType)) & LogicalTypes.OfSqlite(there)) == LogicalType.None)
        {
            yield return new(name, $"The column is {here.Type} on PostgreSQL, and {there.Type} on SQLite cannot stand for that.");
        }

        if (here.IsNullable != there.IsNullable)
        {
            yield return new(name, $"The column can be null on {Only(here.IsNullable)} alone.");
        }

        if (here.Generation is Generation.Identity or Generation.StrictIdentity && there.Generation == Generation.None && there.Default is null)
        {
            yield return new(name, "PostgreSQL makes the column's numbers, and SQLite does not.");
        }

        if ((here.Generation == Generation.Computed) != (there.Generation == Generation.Computed))
        {
            yield return new(name, $"The column is computed on {Only(here.Generation == Generation.Computed)} alone.");
        }
    }

    private static IEnumerable<LogicalDifference> CompareKeys(string name, TableModel left, TableModel right)
    {
        if (!left.PrimaryKey.SequenceEqual(right.PrimaryKey))
        {
            yield return new(name, $"The primary key is {List(left.PrimaryKey)} on PostgreSQL and {List(right.PrimaryKey)} on SQLite.");
        }

        foreach (var difference in Apart(name, left, right, Uniques, key => $"No two rows share {key}"))
        {
            yield return difference;
        }

        foreach (var difference in Apart(name, left, right, References, key => $"The reference {key} is there"))
        {
            yield return difference;
        }

        foreach (var difference in Apart(name, left, right, Rules, key => $"A check of {key} is there"))
        {
            yield return difference;
        }
    }

    private static IEnumerable<LogicalDifference> Apart(
        string name, TableModel left, TableModel right, Func<TableModel, IEnumerable<string>> keys, Func<string, string> say)
    {
        var (here, there) = (keys(left).ToHashSet(StringComparer.Ordinal), keys(right).ToHashSet(StringComparer.Ordinal));
        var excused = keys == Rules ? left.Columns.Where(HasRule).Select(column => List([column.Name])).ToHashSet(StringComparer.Ordinal) : [];
        return here.Except(there).Select(key => new LogicalDifference(name, $"{say(key)} on PostgreSQL alone."))
            .Concat(there.Except(here).Except(excused).Select(key => new LogicalDifference(name, $"{say(key)} on SQLite alone.")));
    }

    // A type of PostgreSQL that takes some values only: SQLite has a check for that, if anything.
    private static bool HasRule(ColumnModel column) =>
        column.Type != column.BaseType || column.Type is not ("text" or "bytea" or "bigint" or "double precision" or "numeric");

    // The primary key is compared by itself; a unique index over the same columns says nothing more.
    private static IEnumerable<string> Uniques(TableModel table) => table.Uniques.Select(unique => unique.Columns)
        .Where(columns => !columns.SequenceEqual(table.PrimaryKey))
        .Select(columns => List([.. columns.Order(StringComparer.Ordinal)]));

    private static IEnumerable<string> References(TableModel table) => table.Constraints.Where(key => key.Reference is not null)
        .Select(key => $"{List(key.Columns)} to {key.Reference!.Table.Path} {List(key.Reference.Columns)}{Action("delete", key.Reference.OnDelete)}{Action("update", key.Reference.OnUpdate)}");

    private static string Action(string when, string action) => action == "no action" ? "" : $" on {when} {action}";

    private static IEnumerable<string> Rules(TableModel table) => table.Constraints.Where(key => key.Kind == ConstraintKind.Check)
        .Select(key => List([.. key.Columns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));

    private static string List(IReadOnlyList<string> columns) => $"({string.Join(", ", columns)})";

    private static string Only(bool isPostgres) => isPostgres ? "PostgreSQL" : "SQLite";

    private static bool IsView(TableModel table) => table.Kind is TableKind.View or TableKind.MaterializedView;

    private static TableModel? Find(DatabaseModel model, string path) => Shown(model).FirstOrDefault(table => table.Key.Path == path);

    // A virtual table and a partition are how one engine goes about it.
    private static IEnumerable<TableModel> Shown(DatabaseModel model) => model.Tables.Where(table => table is { PartitionOf: null } and not { Kind: TableKind.Virtual });
}
