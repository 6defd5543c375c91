using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Which key takes the place of which, so that a table is not without one while the index of the new one is made. Pure.</summary>
/// <param name="plan">The plan.</param>
internal sealed class PostgresHandover(SchemaPlan plan)
{
    private readonly Dictionary<ObjectKey, ConstraintModel> _before = Find(plan);

    /// <summary>The key in whose place another comes; null where it is new.</summary>
    /// <param name="key">The other.</param>
    public ConstraintModel? Before(ObjectKey key) => _before.GetValueOrDefault(key);

    /// <summary>Whether another comes in the place of a key that goes.</summary>
    /// <param name="key">The key that goes.</param>
    public bool IsHandedOver(ObjectKey key) => _before.Values.Any(old => old.Key == key);

    // What becomes of a column's values comes before indexes over them, and cannot wait for the old key to go.
    private static Dictionary<ObjectKey, ConstraintModel> Find(SchemaPlan plan)
    {
        var made = plan.Changes.OfType<CreateObject>().Select(change => change.Object).OfType<ConstraintModel>().Where(IsKey).ToList();
        var altered = plan.Changes.OfType<AlterColumn>().Where(alter => alter.Before.Type != alter.After.Type || alter.Before.IsCounted != alter.After.IsCounted).Select(alter => alter.Key).ToHashSet();
        return plan.Changes.OfType<DropObject>().Select(change => change.Object).OfType<ConstraintModel>().Where(IsKey)
            .Where(old => !old.Columns.Any(column => altered.Contains(old.Key.Table.Column(column))))
            .Select(old => (Old: old, New: made.Find(key => key.Key == old.Key) ?? made.Find(key => IsHeir(key, old, plan))))
            .Where(pair => pair.New is not null)
            .ToDictionary(pair => pair.New!.Key, pair => pair.Old);
    }

    // A name that somebody else takes is needed before.
    private static bool IsHeir(ConstraintModel key, ConstraintModel old, SchemaPlan plan) =>
        key.Kind == ConstraintKind.Primary && old.Kind == ConstraintKind.Primary && key.Key.Table == old.Key.Table
        && !plan.After.All.Any(each => each.Key.Schema == old.Key.Schema && (each.Key.Part ?? each.Key.Name) == old.Name);

    private static bool IsKey(ConstraintModel constraint) => constraint.Kind is ConstraintKind.Primary or ConstraintKind.Unique;
}
