namespace Dowel.Schema;

/// <summary>Which of the developer's intents there is something to do about. Pure.</summary>
internal sealed class Intents
{
    private static readonly ObjectKind[] Wholes =
    [
        ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Enum, ObjectKind.Domain, ObjectKind.Composite, ObjectKind.Range,
        ObjectKind.Sequence, ObjectKind.Schema, ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Aggregate,
    ];

    private static readonly ObjectKind[] Parts =
        [ObjectKind.Column, ObjectKind.Constraint, ObjectKind.Index, ObjectKind.Trigger, ObjectKind.Policy, ObjectKind.Rule, ObjectKind.Enum];

    private readonly HashSet<ObjectKey> _before;
    private readonly HashSet<ObjectKey> _after;
    private readonly Dictionary<ObjectKey, ObjectKey> _oldWholes = [];

    private Intents(DatabaseModel before, DatabaseModel after) => (_before, _after) = ([.. ModelKeys.Of(before)], [.. ModelKeys.Of(after)]);

    /// <summary>What is still called by its old name, wholes before their parts; a name is free before it is taken. Each <c>From</c> is by old names throughout.</summary>
    public List<RenameIntent> Active { get; } = [];

    /// <summary>Those that name nothing, neither before nor after.</summary>
    public List<RenameIntent> Unused { get; } = [];

    /// <summary>Those that would each take the name of another.</summary>
    public List<RenameIntent> Circular { get; } = [];

    /// <summary>Those whose new name is another's, which was there before and stays.</summary>
    public List<RenameIntent> Taken { get; } = [];

    /// <summary>Looks at what each intent names.</summary>
    public static Intents Of(DatabaseModel before, DatabaseModel after, IReadOnlyList<RenameIntent> renames)
    {
        var intents = new Intents(before, after);
        foreach (var rename in renames.Where(rename => rename.From.Part is null).Concat(renames.Where(rename => rename.From.Part is not null)))
        {
            intents.Add(rename, renames);
        }

        intents.Sort();
        return intents;
    }

    private void Add(RenameIntent rename, IReadOnlyList<RenameIntent> all)
    {
        var found = Readings(rename).Where(reading => _before.Contains(reading.From) && _after.Contains(reading.To)).ToList();
        if (found.FirstOrDefault(reading => !_before.Contains(reading.To) || all.Any(other => other.From.Path == reading.To.Path)) is { } active)
        {
            Active.Add(active);
            _oldWholes[active.To] = active.From;
        }
        else if (found.Count > 0)
        {
            Taken.Add(found[0]);
        }
        else if (!Readings(rename).Any(reading => _before.Contains(reading.To) || _after.Contains(reading.To)))
        {
            Unused.Add(rename);
        }
    }

    // Whoever says a new name in a comment does not say what kind of thing it is; and a part may be given with its table's old or new name.
    private IEnumerable<RenameIntent> Readings(RenameIntent rename)
    {
        var kinds = rename.From.Part is null ? Wholes : Parts;
        foreach (var kind in kinds.Where(kind => kind == rename.From.Kind).Concat(kinds.Where(kind => kind != rename.From.Kind)))
        {
            var (old, to) = (rename.From with { Kind = kind }, rename.To with { Kind = kind });
            yield return new(old, to);
            if (old.Part is not null && OldWhole(to) is { } whole)
            {
                yield return new(old with { Name = whole.Name, Schema = whole.Schema }, to);
            }
        }
    }

    private ObjectKey? OldWhole(ObjectKey part)
    {
        foreach (var kind in Wholes)
        {
            if (_oldWholes.TryGetValue(new(kind, part.Name, Schema: part.Schema), out var old))
            {
                return old;
            }
        }

        return null;
    }

    private void Sort()
    {
        var waiting = Active.ToList();
        Active.Clear();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(rename => !waiting.Exists(other => other != rename && (other.From == rename.To || (rename.To.Part is null && ChangeLinks.Name(other.From) == ChangeLinks.Name(rename.To)))));
            if (next is null)
            {
                Circular.AddRange(waiting);
                return;
            }

            waiting.Remove(next);
            Active.Add(next);
        }
    }
}
