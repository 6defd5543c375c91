namespace Dowel.Schema;

/// <summary>Puts steps into an order in which each is possible. Pure, and the same for the same steps.</summary>
internal sealed class ChangeOrder
{
    private readonly IReadOnlyList<SchemaChange> _changes;
    private readonly HashSet<int>[] _earlier;
    private readonly HashSet<int>[] _wished;

    private ChangeOrder(IReadOnlyList<SchemaChange> changes)
    {
        _changes = changes;
        _earlier = [.. changes.Select(_ => new HashSet<int>())];
        _wished = [.. changes.Select(_ => new HashSet<int>())];
        Link();
    }

    /// <summary>Sorts steps.</summary>
    public static IReadOnlyList<SchemaChange> Sort(IReadOnlyList<SchemaChange> changes) => new ChangeOrder(changes).Sorted();

    private void Link()
    {
        var provides = Lookup(ChangeLinks.Provides);
        var removes = Lookup(ChangeLinks.Removes);
        var releases = Lookup(ChangeLinks.Releases);
        for (var i = 0; i < _changes.Count; i++)
        {
            var change = _changes[i];
            Add(_earlier[i], ChangeLinks.Requires(change).SelectMany(key => provides[key]), i);
            Add(_earlier[i], ChangeLinks.Takes(change) is { } name ? releases[name] : [], i);
            foreach (var later in ChangeLinks.Frees(change).SelectMany(key => removes[key]).Where(later => later != i))
            {
                _earlier[later].Add(i);
            }

            Add(_earlier[i], Anew(change, removes), i);
            Add(_earlier[i], Backfilled(change), i);
            Add(_wished[i], Wishes(change), i);
        }
    }

    private ILookup<T, int> Lookup<T>(Func<SchemaChange, IEnumerable<T>> keys) =>
        _changes.SelectMany((change, index) => keys(change).Distinct().Select(key => (key, index))).ToLookup(pair => pair.key, pair => pair.index);

    private static void Add(HashSet<int> set, IEnumerable<int> others, int self) => set.UnionWith(others.Where(other => other != self));

    // What is made anew is made after it has been taken away; of two changes of a column the first is the one that was added first.
    private IEnumerable<int> Anew(SchemaChange change, ILookup<ObjectKey, int> removes) => change switch
    {
        CreateTable or CreateObject or AddColumn => ChangeLinks.Provides(change).SelectMany(key => removes[key]).Where(i => _changes[i] is not ReplaceObject),
        AlterColumn => removes[change.Key].Where(i => _changes[i] is AlterColumn other && ReferenceEquals(other.After, ((AlterColumn)change).Before)),
        _ => [],
    };

    // A new column may be filled from one that goes.
    private IEnumerable<int> Backfilled(SchemaChange change) => change is DropColumn drop
        ? Enumerable.Range(0, _changes.Count).Where(i => BackfillOf(_changes[i], drop.Table.Key) is { } sql && SqlText.Mentions(sql, drop.Column.Name))
        : [];

    private static string? BackfillOf(SchemaChange change, ObjectKey table) => change switch
    {
        AddColumn add when add.Table.Key == table => add.Backfill,
        AlterColumn alter when alter.Table.Key == table => alter.Backfill,
        _ => null,
    };

    // A function's body names others without the engine knowing; what it names is better there when it is made.
    private IEnumerable<int> Wishes(SchemaChange change)
    {
        var text = change switch { CreateObject create => create.Object.Create, ReplaceObject replace => replace.After.Create, _ => "" };
        if (change.Key.Kind is not (ObjectKind.Function or ObjectKind.Procedure))
        {
            return [];
        }

        var words = text.Split([' ', '\n', '\t', '(', ')', ',', ';', '.', '"', ':'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return Enumerable.Range(0, _changes.Count).Where(i => _changes[i] is CreateObject or CreateTable or AddColumn
            && words.Contains((_changes[i].Key.Part ?? _changes[i].Key.Name).Split('(')[0]));
    }

    private List<SchemaChange> Sorted()
    {
        var (ready, unwished, waiting) = (NewQueue(), NewQueue(), NewQueue());
        var sorted = new List<SchemaChange>();
        waiting.UnionWith(Enumerable.Range(0, _changes.Count).Select(Place));
        foreach (var place in waiting)
        {
            Queue(place, ready, unwished);
        }

        var later = _earlier.Zip(_wished, (one, other) => one.Union(other)).SelectMany((set, index) => set.Select(earlier => (earlier, index))).ToLookup(pair => pair.earlier, pair => pair.index);
        while (waiting.Count > 0)
        {
            var next = ready.Count > 0 ? ready.Min : unwished.Count > 0 ? unwished.Min : waiting.Min;
            ready.Remove(next);
            unwished.Remove(next);
            waiting.Remove(next);
            sorted.Add(_changes[next.Index]);
            foreach (var place in later[next.Index].Select(Place).Where(waiting.Contains))
            {
                _earlier[place.Index].Remove(next.Index);
                _wished[place.Index].Remove(next.Index);
                Queue(place, ready, unwished);
            }
        }

        return sorted;
    }

    private void Queue((int Rank, int Index) place, SortedSet<(int Rank, int Index)> ready, SortedSet<(int Rank, int Index)> unwished)
    {
        if (_earlier[place.Index].Count == 0)
        {
            _ = _wished[place.Index].Count == 0 ? unwished.Remove(place) | ready.Add(place) : unwished.Add(place);
        }
    }

    private (int Rank, int Index) Place(int index) => (ChangeRank.Of(_changes[index]), index);

    private static SortedSet<(int Rank, int Index)> NewQueue() => [];
}
