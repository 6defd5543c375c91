namespace Dowel.Schema;

/// <summary>What is known of a plan while it is made.</summary>
/// <param name="names">Both sides by the same names.</param>
/// <param name="options">What the developer says.</param>
/// <param name="engine">The engine.</param>
internal sealed class PlanDraft(Renaming names, DiffOptions options, ISchemaEngine engine)
{
    /// <summary>Both sides by the same names.</summary>
    public Renaming Names { get; } = names;

    /// <summary>What the developer says.</summary>
    public DiffOptions Options { get; } = options;

    /// <summary>The engine.</summary>
    public ISchemaEngine Engine { get; } = engine;

    /// <summary>All with a statement of its own before; constraints only where they can be changed one by one.</summary>
    public IReadOnlyDictionary<ObjectKey, ObjectModel> Olds { get; } = Objects(names.Before, engine);

    /// <summary>All with a statement of its own after.</summary>
    public IReadOnlyDictionary<ObjectKey, ObjectModel> News { get; } = Objects(names.After, engine);

    /// <summary>What is taken away, for good or to be made again: objects and columns.</summary>
    public HashSet<ObjectKey> Gone { get; } = [];

    /// <summary>What is changed in place by a statement of its own, by its key.</summary>
    public Dictionary<ObjectKey, ReplaceObject> Replaced { get; } = [];

    /// <summary>Changes of tables and types that are there, in order of tables and columns.</summary>
    public List<SchemaChange> Alterations { get; } = [];

    /// <summary>What would be lost.</summary>
    public List<PlannedLoss> Losses { get; } = [];

    /// <summary>What cannot be done.</summary>
    public List<PlanObstacle> Obstacles { get; } = [];

    /// <summary>What rows that are there get in a column; null for nothing.</summary>
    public string? Backfill(ObjectKey column) => Options.Backfills.GetValueOrDefault(column);

    /// <summary>Adds a loss.</summary>
    public void Lose(string verb, ObjectKey key, IEnumerable<ObjectKey> likely)
    {
        var word = $"{verb}:{key.Path}";
        Losses.Add(new(word, key, Options.Allowed.Contains(word)) { LikelyNames = [.. likely] });
    }

    private static Dictionary<ObjectKey, ObjectModel> Objects(DatabaseModel database, ISchemaEngine engine) => database.All
        .Where(each => engine.AltersInPlace || each.Key.Kind != ObjectKind.Constraint)
        .OrderBy(each => each.Key.Path, StringComparer.Ordinal)
        .DistinctBy(each => each.Key)
        .ToDictionary(each => each.Key);
}
