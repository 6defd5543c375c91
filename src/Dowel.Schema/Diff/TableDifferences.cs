namespace Dowel.Schema;

/// <summary>Finds what changes in tables that are there and stay. Pure.</summary>
/// <param name="draft">The plan so far.</param>
internal sealed class TableDifferences(PlanDraft draft)
{
    /// <summary>Adds the changes, losses and obstacles of all tables.</summary>
    public void Find()
    {
        foreach (var after in draft.News.Values.OfType<TableModel>().Where(table => table.Kind == TableKind.Table))
        {
            if (draft.Olds.GetValueOrDefault(after.Key) is TableModel { Kind: TableKind.Table } before)
            {
                Compare(before, after);
            }
        }
    }

    private void Compare(TableModel before, TableModel after)
    {
        Lose(before, after);
        var inherited = Inherited(after);
        Refuse(before, after, inherited);
        if (draft.Engine.AltersInPlace)
        {
            ChangeColumns(before, after, inherited);
            if (!ColumnDifferences.HaveSameOptions(before, after))
            {
                draft.Alterations.Add(new AlterTable(before, after));
            }
        }
        else if (IsWhole(before, after))
        {
            draft.Alterations.Add(new AlterTable(before, after) { Backfills = Backfills(after) });
        }
        else
        {
            ChangeColumns(before, after, inherited);
        }
    }

    private bool IsWhole(TableModel before, TableModel after) => !ColumnDifferences.HaveSameOptions(before, after)
        || !ColumnDifferences.HaveSameConstraints(before, after, draft.Options.IgnoresConstraintNames)
        || after.Columns.Any(column => before.Find(column.Name) is { } old && !ColumnDifferences.AreSame(old, column));

    private Dictionary<string, string> Backfills(TableModel table) => table.Columns
        .Select(column => (column.Name, Sql: draft.Backfill(table.Key.Column(column.Name))))
        .Where(column => column.Sql is not null)
        .ToDictionary(column => column.Name, column => column.Sql!);

    private void ChangeColumns(TableModel before, TableModel after, TableModel? parent)
    {
        foreach (var column in after.Columns)
        {
            var old = before.Find(column.Name);
            var (was, theirs) = (parent is null ? null : Old(parent)?.Find(column.Name), parent?.Find(column.Name));
            if (column.IsInherited && old?.IsInherited != false)
            {
                continue;
            }

            if ((theirs is null ? old : Following(old, was, theirs)) is not { } start)
            {
                draft.Alterations.Add(new AddColumn(after, column, draft.Backfill(after.Key.Column(column.Name))));
            }
            else if (!ColumnDifferences.AreSame(start, column))
            {
                Change(before, after, start, theirs is null ? column : column with { Needs = [.. column.Needs, parent!.Key.Column(column.Name)] });
            }
        }

        foreach (var column in before.Columns.Where(column => after.Find(column.Name) is null && !column.IsInherited && !IsDropped(column, parent)))
        {
            draft.Alterations.Add(new DropColumn(before, column));
        }
    }

    private void Change(TableModel before, TableModel after, ColumnModel old, ColumnModel column)
    {
        if (ColumnDifferences.IsMadeAnew(old, column))
        {
            draft.Alterations.Add(new DropColumn(before, old));
            draft.Alterations.Add(new AddColumn(after, column, null));
        }
        else if (draft.Engine.AltersInPlace && old.IsCounted != column.IsCounted && (old.Default ?? column.Default) is not null)
        {
            // Between the two steps a counter of its own goes or comes, which may have the very name of the identity's.
            var bare = old with { Default = null, Generation = Generation.None, Expression = null, Needs = [] };
            draft.Alterations.Add(new AlterColumn(after, old, bare, null));
            draft.Alterations.Add(new AlterColumn(after, bare, column, draft.Backfill(after.Key.Column(column.Name))));
        }
        else
        {
            draft.Alterations.Add(new AlterColumn(after, old, column, draft.Backfill(after.Key.Column(column.Name))));
        }
    }

    private void Lose(TableModel before, TableModel after)
    {
        foreach (var column in before.Columns.Where(column => column.Generation != Generation.Computed))
        {
            var key = after.Key.Column(column.Name);
            if (after.Find(column.Name) is not { } next)
            {
                draft.Lose("drop-column", key, after.Columns
                    .Where(other => before.Find(other.Name) is null && ColumnDifferences.LookAlike(column, other)).Select(other => after.Key.Column(other.Name)));
            }
            else if (next.Generation == Generation.Computed)
            {
                draft.Lose("drop-column", key, []);
            }
            else if (!SqlText.IsConversion(draft.Backfill(key), column.Name) && draft.Engine.IsNarrowing(column, next))
            {
                draft.Lose("narrow-column", key, []);
            }
        }
    }

    private void Refuse(TableModel before, TableModel after, TableModel? parent)
    {
        foreach (var column in after.Columns.Where(column => before.Find(column.Name) is null && parent?.Find(column.Name) is null && MustBeGiven(column)))
        {
            var key = after.Key.Column(column.Name);
            if (draft.Backfill(key) is null)
            {
                draft.Obstacles.Add(new(
                    key,
                    $"{key.Path} is new and not null, and rows that are there would have nothing in it.",
                    $"Say what they get: [Backfill(\"SQL\")] on the property, or a default; or let {key.Path} be null."));
            }
        }

        if (before.PartitionOf is not null && after.PartitionOf is null && Parent(before, draft.Olds) is { } left && left.Constraints.Count + left.Indexes.Count > 0)
        {
            draft.Obstacles.Add(new(
                after.Key,
                $"{after.Key.Path} leaves {left.Key.Path}, and keeps keys and indexes that it has from there by names that nobody has said.",
                $"Write it in a script of your own ('dowel new NAME' makes the file):\nalter table {Quote(left.Key)} detach partition {Quote(after.Key)};\nThen 'dowel diff' shows what {after.Key.Path} keeps: say it of the table, or drop it."));
        }

        if (draft.Engine.AltersInPlace && !SqlText.Same(before.Options, after.Options))
        {
            draft.Obstacles.Add(new(
                after.Key,
                $"{after.Key.Path} is '{before.Options}' and would be '{after.Options}', which a table cannot become.",
                "Make a new table by another name, copy the rows in a script, and drop the old one."));
        }
    }

    private string Quote(ObjectKey key) => $"{(key.Schema is { } schema ? $"{draft.Engine.Quote(schema)}." : "")}{draft.Engine.Quote(key.Name)}";

    private static bool MustBeGiven(ColumnModel column) => column is { IsNullable: false, Default: null, Generation: Generation.None };

    // What changes in a partitioned table changes in its partitions by itself.
    private TableModel? Inherited(TableModel table) => Parent(table, draft.News);

    private static TableModel? Parent(TableModel table, IReadOnlyDictionary<ObjectKey, ObjectModel> all) => table.PartitionOf is null
        ? null
        : table.Needs.Select(need => all.GetValueOrDefault(need)).OfType<TableModel>().FirstOrDefault(parent => parent.Key.IsRelation);

    private TableModel? Old(TableModel parent) => draft.Olds.GetValueOrDefault(parent.Key) as TableModel;

    // A partition's column once its parent's has changed: what changes there changes here, whatever it was.
    private static ColumnModel Following(ColumnModel? old, ColumnModel? was, ColumnModel theirs)
    {
        if (old is null || was is null || ColumnDifferences.IsMadeAnew(was, theirs))
        {
            return theirs;
        }

        var isRetyped = was.Type != theirs.Type || was.Collation != theirs.Collation;
        return old with
        {
            Type = isRetyped ? theirs.Type : old.Type,
            BaseType = isRetyped ? theirs.BaseType : old.BaseType,
            Collation = isRetyped ? theirs.Collation : old.Collation,
            IsNullable = was.IsNullable == theirs.IsNullable ? old.IsNullable : theirs.IsNullable,
            Default = SqlText.Same(was.Default, theirs.Default) && !(isRetyped && was.Default is not null) ? old.Default : theirs.Default,
        };
    }

    private bool IsDropped(ColumnModel column, TableModel? parent) =>
        parent is not null && parent.Find(column.Name) is null && Old(parent)?.Find(column.Name) is not null;
}
