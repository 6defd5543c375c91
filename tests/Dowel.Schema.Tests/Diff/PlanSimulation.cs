namespace Dowel.Schema.Tests;

/// <summary>Carries a plan out on names alone, and refuses what an engine would.</summary>
internal sealed class PlanSimulation
{
    private readonly Dictionary<ObjectKey, HashSet<ObjectKey>> _there = [];

    public PlanSimulation(DatabaseModel database)
    {
        foreach (var model in database.All)
        {
            Add(model);
        }
    }

    public IReadOnlyCollection<ObjectKey> Keys => _there.Keys;

    public void Run(SchemaPlan plan)
    {
        foreach (var change in plan.Changes)
        {
            Run(change);
        }
    }

    private void Run(SchemaChange change)
    {
        switch (change)
        {
            case CreateTable create:
                Add(create.Table);
                create.Constraints.ToList().ForEach(Add);
                break;
            case CreateObject create:
                Add(create.Object);
                break;
            case DropObject { Object: TableModel table }:
                Remove(key => key == table.Key || (key.Name == table.Name && key.StandsOnAnother), change);
                break;
            case DropObject drop:
                Remove(key => key == drop.Key, change);
                break;
            case DropColumn drop:
                foreach (var key in _there.Where(each => each.Key.Table == drop.Table.Key && each.Key.Kind is ObjectKind.Constraint or ObjectKind.Index && each.Value.Contains(drop.Key)).Select(each => each.Key).ToList())
                {
                    Remove(other => other == key, change);
                }

                Remove(key => key == drop.Key, change);
                break;
            case AddColumn add:
                Need(add.Column.Needs, change);
                _there.Add(add.Key, [add.Table.Key, .. add.Column.Needs]);
                break;
            case AlterColumn alter:
                if (alter.Before.Type != alter.After.Type)
                {
                    _there.Where(each => each.Value.Contains(alter.Key) && each.Key.Kind is ObjectKind.View).ShouldBeEmpty($"{change.Key} is used");
                }

                Need(alter.After.Needs, change);
                _there[alter.Key] = [alter.Table.Key, .. alter.After.Needs];
                break;
            case AlterEnum { IsGrowth: false }:
                _there.Where(each => each.Value.Contains(change.Key) && each.Key.Kind != ObjectKind.Column).ShouldBeEmpty($"{change.Key} is used");
                break;
        }
    }

    private void Add(ObjectModel model)
    {
        var needs = model switch
        {
            TableModel { Kind: TableKind.Table } => [],
            ConstraintModel constraint => [constraint.Key.Table, .. constraint.Columns.Select(constraint.Key.Table.Column), .. Target(constraint)],
            IndexModel index => [index.Key.Table, .. index.Columns!.Select(index.Key.Table.Column)],
            _ => model.Needs,
        };
        if (_there.Count > 0 && model.Key.Kind != ObjectKind.Constraint)
        {
            _there.ContainsKey(model.Key).ShouldBeFalse($"{model.Key} is there");
        }

        _there[model.Key] = [.. needs];
        if (model is TableModel table)
        {
            foreach (var column in table.Columns)
            {
                _there[table.Key.Column(column.Name)] = [table.Key, .. table.Kind == TableKind.Table ? column.Needs : []];
            }
        }
    }

    private static IEnumerable<ObjectKey> Target(ConstraintModel constraint) =>
        constraint.Reference is { } reference ? [reference.Table, .. reference.Columns.Select(reference.Table.Column)] : [];

    private void Need(IEnumerable<ObjectKey> needs, SchemaChange change) => needs.Where(need => !_there.ContainsKey(need)).ShouldBeEmpty($"{change.Key}");

    private void Remove(Func<ObjectKey, bool> goes, SchemaChange change)
    {
        var gone = _there.Keys.Where(goes).ToHashSet();
        gone.ShouldNotBeEmpty($"{change.Key} is not there");
        _there.Where(each => !gone.Contains(each.Key) && each.Value.Overlaps(gone) && !(each.Key.Table == change.Key && each.Key.StandsOnAnother)).Select(each => each.Key).ShouldBeEmpty($"they need {change.Key}");
        gone.ToList().ForEach(key => _there.Remove(key));
    }

    /// <summary>Checks what all that is there needs.</summary>
    public void ShouldBeWhole() => _there.SelectMany(each => each.Value).Where(need => !_there.ContainsKey(need)).ShouldBeEmpty();
}
