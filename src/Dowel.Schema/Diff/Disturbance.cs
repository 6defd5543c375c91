namespace Dowel.Schema;

/// <summary>Spreads what goes and what changes to all that stands in the way of it: that is dropped first and made again. Pure.</summary>
/// <param name="draft">The plan so far.</param>
/// <param name="dependents">Who needs what before.</param>
internal sealed class Disturbance(PlanDraft draft, Dependents dependents)
{
    private readonly HashSet<ObjectKey> _spread = [];

    /// <summary>Adds to what is gone, and to the alterations, until nothing is in the way.</summary>
    public void Spread()
    {
        foreach (var key in draft.Gone.ToList())
        {
            SpreadFrom(draft.Olds[key]);
        }

        foreach (var type in draft.Replaced.Values.Where(change => change.Before.Key.IsType && change.After.Replace.Count == 0).ToList())
        {
            Disturb(type.Before.Key);
        }

        // The list changes meanwhile: a computed column in the way is an alteration too.
        var seen = new HashSet<SchemaChange>(ReferenceEqualityComparer.Instance);
        while (draft.Alterations.Find(change => !seen.Contains(change)) is { } change)
        {
            seen.Add(change);
            if (change is DropColumn)
            {
                Drop(change.Key);
            }

            foreach (var key in draft.Engine.Disturbed(change))
            {
                Disturb(key);
            }
        }
    }

    private void Disturb(ObjectKey key)
    {
        if (!_spread.Add(key))
        {
            return;
        }

        if (key.Kind == ObjectKind.Column)
        {
            Take(dependents.OfChanging(key));
            MakeAnew(key);
        }
        else if (draft.Olds.TryGetValue(key, out var model))
        {
            Take(dependents.Of(model));
            foreach (var (table, column) in dependents.Columns[key].Where(_ => key.IsType))
            {
                Disturb(table.Key.Column(column.Name));
            }
        }
    }

    private void Drop(ObjectKey column)
    {
        if (draft.Gone.Add(column))
        {
            Take(dependents.OfDropped(column));
            MakeAnew(column);
        }
    }

    private void Take(IEnumerable<ObjectModel> models)
    {
        foreach (var model in models.Where(model => model.Key.Kind != ObjectKind.Table && draft.Olds.ContainsKey(model.Key) && !draft.Gone.Contains(model.Key)))
        {
            if (model.Key.IsType && dependents.IsUnderColumns(model.Key) && draft.News.TryGetValue(model.Key, out var after))
            {
                draft.Replaced[model.Key] = new(model, after with { Replace = [] });
                Disturb(model.Key);
                continue;
            }

            draft.Gone.Add(model.Key);
            draft.Replaced.Remove(model.Key);
            SpreadFrom(model);
        }
    }

    private void SpreadFrom(ObjectModel model)
    {
        Take(dependents.Of(model));
        foreach (var (table, column) in dependents.Columns[model.Key].Where(_ => IsMadeAgain(model.Key)))
        {
            if (column.Generation == Generation.Computed)
            {
                MakeAnew(table, column);
            }
            else
            {
                LiftDefault(table, column);
            }
        }
    }

    // A routine with other parameters counts: while both are there, a call may mean either.
    private bool IsMadeAgain(ObjectKey key) => !key.IsType && (draft.News.ContainsKey(key)
        || (key.Kind == ObjectKind.Function && draft.News.Keys.Any(other => other.Kind == key.Kind && other.Schema == key.Schema && RoutineName(other) == RoutineName(key))));

    private static string RoutineName(ObjectKey key) => key.Name.Split('(')[0];

    // What is computed from a column is in its way.
    private void MakeAnew(ObjectKey column)
    {
        if (draft.Olds.GetValueOrDefault(column.Table) is TableModel table && draft.Engine.AltersInPlace)
        {
            foreach (var each in table.Columns.Where(each => each.Generation == Generation.Computed && each.Name != column.Part && SqlText.Mentions(each.Expression, column.Part!)))
            {
                MakeAnew(table, each);
            }
        }
    }

    private void MakeAnew(TableModel table, ColumnModel column)
    {
        var key = table.Key.Column(column.Name);
        if (draft.Alterations.OfType<DropColumn>().Any(change => change.Key == key) || draft.News.GetValueOrDefault(table.Key) is not TableModel after)
        {
            return;
        }

        draft.Alterations.RemoveAll(change => change is AlterColumn && change.Key == key);
        draft.Alterations.Add(new DropColumn(table, column));
        if (after.Find(column.Name) is { } next)
        {
            draft.Alterations.Add(new AddColumn(after, next, null));
        }
    }

    private void LiftDefault(TableModel table, ColumnModel column)
    {
        var key = table.Key.Column(column.Name);
        if (draft.News.GetValueOrDefault(table.Key) is not TableModel after || after.Find(column.Name) is not { } next)
        {
            return;
        }

        var planned = draft.Alterations.OfType<AlterColumn>().FirstOrDefault(change => change.Key == key);
        if (planned?.Before.Default is null && planned is not null)
        {
            return;
        }

        draft.Alterations.RemoveAll(change => change == planned);
        var bare = column with { Default = null, Needs = [] };
        draft.Alterations.Add(new AlterColumn(after, column, bare, null));
        if (!ColumnDifferences.AreSame(bare, next))
        {
            draft.Alterations.Add(new AlterColumn(after, bare, next, planned?.Backfill));
        }
    }
}
