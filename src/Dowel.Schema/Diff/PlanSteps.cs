namespace Dowel.Schema;

/// <summary>Writes what is known of a plan as steps. Pure.</summary>
/// <param name="draft">The plan.</param>
/// <param name="before">The database before, by its own names.</param>
internal sealed class PlanSteps(PlanDraft draft, DatabaseModel before)
{
    private readonly HashSet<ObjectKey> _inline = [];

    /// <summary>All steps in an order in which each is possible.</summary>
    public IReadOnlyList<SchemaChange> Steps()
    {
        var steps = new List<SchemaChange>(Drops());
        steps.AddRange(draft.Names.Implied);
        steps.AddRange(Tables());
        steps.AddRange(draft.Alterations);
        steps.AddRange(draft.Replaced.Values);
        steps.AddRange(Objects());
        if (!draft.Engine.AltersInPlace || draft.Names.Wanted.Count == 0)
        {
            return [.. draft.Names.Wanted, .. ChangeOrder.Sort(steps, draft.Names.After)];
        }

        var early = new EarlyDrops(before, draft.Names, steps);
        draft.Obstacles.AddRange(early.Obstacles);
        return
        [
            .. ChangeOrder.Sort([.. early.Drops], draft.Names.After).OfType<DropObject>().Select(early.ByOldNames),
            .. draft.Names.Wanted.Where(rename => !early.HaveDropped(rename)),
            .. ChangeOrder.Sort([.. steps.Except(early.Drops)], draft.Names.After),
        ];
    }

    private IEnumerable<DropObject> Drops()
    {
        var order = new TableOrder(draft.Gone.Select(key => draft.Olds.GetValueOrDefault(key)).OfType<TableModel>().Where(table => table.Kind == TableKind.Table));
        return draft.Olds.Values
            .Where(each => draft.Gone.Contains(each.Key) && (!GoesWithAnother(each) || (each is ConstraintModel constraint && order.ClosesCircle(constraint))))
            .Select(each => new DropObject(each, draft.News.ContainsKey(each.Key)));
    }

    // What stands on a table goes with it; a remark goes with what it is about; and PostgreSQL drops a column's keys and indexes with it.
    private bool GoesWithAnother(ObjectModel model)
    {
        var key = model.Key;
        return (key.StandsOnAnother && Wholes(key).Any(draft.Gone.Contains))
            || (key.Kind is ObjectKind.Comment or ObjectKind.Grant or ObjectKind.Setting && model.Needs.Any(draft.Gone.Contains))
            || (key.Kind == ObjectKind.Sequence && IsOwned(key) && !draft.News.ContainsKey(key))
            || (draft.Engine.AltersInPlace && !draft.News.ContainsKey(key) && ColumnsOf(model).Any(column => draft.Gone.Contains(key.Table.Column(column))));
    }

    // A counter goes with the column that owns it.
    private bool IsOwned(ObjectKey sequence) => draft.Olds.GetValueOrDefault(sequence.OwnedBy) is { } owning
        && owning.Needs.Any(need => need.Kind != ObjectKind.Sequence && draft.Gone.Contains(need));

    private static IEnumerable<ObjectKey> Wholes(ObjectKey part) =>
        ((ObjectKind[])[ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Domain]).Select(kind => part.Table with { Kind = kind });

    private static IEnumerable<string> ColumnsOf(ObjectModel model) => model switch
    {
        ConstraintModel constraint => constraint.Columns,
        IndexModel index => index.Columns ?? [],
        _ => [],
    };

    private IEnumerable<CreateTable> Tables()
    {
        var order = new TableOrder(draft.News.Values.OfType<TableModel>().Where(table => table.Kind == TableKind.Table && IsMade(table.Key)));
        foreach (var table in order.Sorted)
        {
            var constraints = table.Constraints.Where(constraint => !draft.Engine.AltersInPlace || IsInline(constraint, order)).ToList();
            _inline.UnionWith(constraints.Select(constraint => constraint.Key));
            yield return new(table, constraints);
        }
    }

    private bool IsInline(ConstraintModel constraint, TableOrder order)
    {
        if (constraint.Reference is { } reference && reference.Table != constraint.Key.Table)
        {
            return constraint.IsValidated && !order.ClosesCircle(constraint) && HasKey(reference);
        }

        return constraint.IsValidated && !Needed(constraint).Contains(constraint.Key.Table);
    }

    // A key that is itself new, or made again, on a table that is there comes later than new tables.
    private bool HasKey(ReferenceModel reference) => IsMade(reference.Table)
        ? draft.News.GetValueOrDefault(reference.Table) is TableModel made && made.Constraints.Any(key => IsKey(key, reference))
        : draft.News.GetValueOrDefault(reference.Table) is TableModel there && there.Constraints.Any(key => IsKey(key, reference) && !IsMade(key.Key));

    private static bool IsKey(ConstraintModel key, ReferenceModel reference) =>
        key.Kind is ConstraintKind.Primary or ConstraintKind.Unique && key.Columns.ToHashSet().SetEquals(reference.Columns);

    // A check may call a function that reads the very table.
    private HashSet<ObjectKey> Needed(ConstraintModel constraint)
    {
        var found = new HashSet<ObjectKey>();
        var open = new Queue<ObjectKey>(constraint.Needs.Where(need => need.Kind == ObjectKind.Function));
        while (open.TryDequeue(out var key))
        {
            if (found.Add(key) && draft.News.TryGetValue(key, out var model))
            {
                model.Needs.ToList().ForEach(open.Enqueue);
            }
        }

        return found;
    }

    private IEnumerable<CreateObject> Objects() => draft.News.Values
        .Where(each => each is not TableModel { Kind: TableKind.Table } && IsMade(each.Key) && !draft.Replaced.ContainsKey(each.Key) && !_inline.Contains(each.Key))
        .Select(each => new CreateObject(each));

    private bool IsMade(ObjectKey key) => !draft.Olds.ContainsKey(key) || draft.Gone.Contains(key);
}
