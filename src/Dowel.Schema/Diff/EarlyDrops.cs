namespace Dowel.Schema;

/// <summary>What goes before anything is renamed, since it has a name until then that something gets. Pure.</summary>
/// <remarks>All other steps come after the renamings, and call things by their new names; these call them by their old ones.</remarks>
internal sealed class EarlyDrops
{
    private readonly Dictionary<ObjectKey, ObjectModel> _olds;
    private readonly IReadOnlyList<RenameObject> _renames;
    private readonly List<DropObject> _drops = [];

    /// <summary>Looks for them.</summary>
    /// <param name="before">The database before, by its own names.</param>
    /// <param name="names">The same by the new ones.</param>
    /// <param name="steps">All steps but the renamings.</param>
    public EarlyDrops(DatabaseModel before, Renaming names, IReadOnlyList<SchemaChange> steps)
    {
        // Renaming keeps the order of everything.
        _olds = names.Before.All.Zip(before.All).DistinctBy(pair => pair.First.Key).ToDictionary(pair => pair.First.Key, pair => pair.Second);
        _renames = names.Wanted;
        var leaving = _renames.Select(rename => rename.To).ToHashSet();
        var owners = _olds.Where(pair => IsNamed(pair.Value) && !leaving.Contains(pair.Key)).ToLookup(pair => ChangeLinks.Name(pair.Value.Key), pair => pair.Value);
        foreach (var rename in _renames.Where(rename => owners.Contains(ChangeLinks.Name(rename.To))))
        {
            var owner = owners[ChangeLinks.Name(rename.To)].First();
            if (!TryDrop(steps, owner))
            {
                Obstacles.Add(new(
                    rename.To,
                    $"{rename.From} cannot get this name while {owner.Key} has it, which goes in a later step than renamings.",
                    $"Drop {owner.Key}, or give it another name, in a migration before this one."));
            }
        }
    }

    /// <summary>The steps, as they are among the others.</summary>
    public IReadOnlyCollection<DropObject> Drops => _drops;

    /// <summary>Names that cannot be free early enough.</summary>
    public List<PlanObstacle> Obstacles { get; } = [];

    /// <summary>A step by the names before.</summary>
    public DropObject ByOldNames(DropObject drop) => drop with { Object = _olds[drop.Key] };

    /// <summary>Whether what would be renamed is gone by then, to be made again by its new name.</summary>
    public bool HaveDropped(RenameObject rename) => _drops.Exists(drop => drop.Key == rename.To || (rename.To.StandsOnAnother && drop.Key.IsRelation && drop.Key.Table == rename.To.Table));

    private bool TryDrop(IReadOnlyList<SchemaChange> steps, ObjectModel owner)
    {
        // An index that goes by itself goes while others write, which is in no transaction; nor is a key the first to go.
        var name = ChangeLinks.Name(owner.Key);
        if (owner.Key.StandsOnAnother || steps.OfType<DropObject>().FirstOrDefault(step => _olds.TryGetValue(step.Key, out var old) && ChangeLinks.Name(old.Key) == name) is not { } drop)
        {
            return false;
        }

        var found = new List<SchemaChange> { drop };
        for (var i = 0; i < found.Count; i++)
        {
            var removed = ChangeLinks.Removes(found[i]).ToHashSet();
            found.AddRange(steps.Where(step => !found.Contains(step) && ChangeLinks.Frees(step).Any(removed.Contains)).ToList());
        }

        var isPossible = found.TrueForAll(step => step is DropObject { Object: not IndexModel } each && _olds.ContainsKey(each.Key));
        _drops.AddRange(isPossible ? found.OfType<DropObject>().Except(_drops) : []);
        return isPossible;
    }

    // What shares its name with nothing else of a schema. A check is no such thing.
    private static bool IsNamed(ObjectModel model) => model switch
    {
        ConstraintModel constraint => constraint.Kind is not (ConstraintKind.Check or ConstraintKind.Foreign),
        _ => model.Key.Kind == ObjectKind.Index || model.Key.IsRelation || model.Key.IsType || model.Key.Kind == ObjectKind.Sequence,
    };
}
