namespace Dowel.Schema;

/// <summary>Both sides by the same names, and the steps that make it so. Pure.</summary>
/// <param name="Before">The database as it is once all is renamed.</param>
/// <param name="After">The database as it will be; by the old names of constraints where those do not matter.</param>
internal sealed record Renaming(DatabaseModel Before, DatabaseModel After)
{
    /// <summary>The steps that the developer has asked for, in their order.</summary>
    public required IReadOnlyList<RenameObject> Wanted { get; init; }

    /// <summary>Constraints and indexes with other names.</summary>
    public IReadOnlyList<RenameObject> Implied { get; init; } = [];

    /// <summary>The intents, with what came of them.</summary>
    public required Intents Intents { get; init; }

    /// <summary>Columns with new names, by their new keys: what a view shows is not renamed by the engine when they are.</summary>
    public IReadOnlySet<ObjectKey> Columns => Wanted.Where(step => step.To.Kind == ObjectKind.Column).Select(step => step.To).ToHashSet();

    /// <summary>Applies the developer's intents, and finds constraints that are the same by another name.</summary>
    public static Renaming Of(DatabaseModel before, DatabaseModel after, DiffOptions options, ISchemaEngine engine)
    {
        var intents = Intents.Of(before, after, options.Renames);
        var active = intents.Active.Where(rename => rename.From is not { Kind: ObjectKind.Enum, Part: not null }).ToList();
        var map = new KeyMap([.. active, .. Followers(before, active), .. engine.AltersInPlace ? Aside(before, active) : []], ModelKeys.Of(before), engine.Quote);
        var renamed = new RenamedModel(map).Of(before);
        var wanted = active.Select(rename => new RenameObject(FromBy(rename), rename.To)).ToList();
        var result = new Renaming(renamed, after) { Wanted = wanted, Intents = intents };
        return options.IgnoresConstraintNames ? result.ByOldNames(engine) : engine.AltersInPlace ? result.ByNewNames(engine) : result;
    }

    // What has such a name until it goes is none of the parts of what gets it, so it has a name meanwhile that nothing can have; its own step says its own.
    private static IEnumerable<RenameIntent> Aside(DatabaseModel database, List<RenameIntent> active)
    {
        var (taken, leaving) = (active.Select(rename => ChangeLinks.Name(rename.To)).ToHashSet(StringComparer.Ordinal), active.Select(rename => rename.From).ToHashSet());
        return database.All.Select(each => each.Key)
            .Where(key => (key.IsRelation || key.IsType) && taken.Contains(ChangeLinks.Name(key)) && !leaving.Contains(key))
            .Select(key => new RenameIntent(key, key with { Name = $"{key.Name}\0" }));
    }

    // The server moves the counters that a table's columns own with the table.
    private static IEnumerable<RenameIntent> Followers(DatabaseModel database, List<RenameIntent> active) =>
        from rename in active
        where rename.From.Kind == ObjectKind.Table && rename.From.Schema != rename.To.Schema
        from owning in database.Objects
        where owning.Key is { Kind: ObjectKind.Setting, Part: "owned by" } && owning.Needs.Any(need => need.Kind == ObjectKind.Column && need.Table == rename.From)
        let counter = new ObjectKey(ObjectKind.Sequence, owning.Key.Name, Schema: owning.Key.Schema)
        where counter.Schema == rename.From.Schema
        select new RenameIntent(counter, counter with { Schema = rename.To.Schema });

    // Whole before part: a part's table has its new name already.
    private static ObjectKey FromBy(RenameIntent rename) =>
        rename.From.Part is null ? rename.From : rename.From with { Name = rename.To.Name, Schema = rename.To.Schema };

    private Renaming ByNewNames(ISchemaEngine engine)
    {
        List<RenameIntent> pairs = [.. ConstraintNames.Between(Before, After, withIndexes: true), .. ConstraintNames.CountersBetween(Before, After)];
        return this with
        {
            Before = new RenamedModel(new(pairs, ModelKeys.Of(Before), engine.Quote)).Of(Before),
            Implied = [.. pairs.Select(pair => new RenameObject(pair.From, pair.To))],
        };
    }

    private Renaming ByOldNames(ISchemaEngine engine)
    {
        var pairs = ConstraintNames.Between(Before, After, withIndexes: false).Where(pair => pair.From.Part is { Length: > 0 } && pair.To.Part is { Length: > 0 }).Select(pair => new RenameIntent(pair.To, pair.From)).ToList();
        return this with { After = new RenamedModel(new(pairs, ModelKeys.Of(After), engine.Quote)).Of(After) };
    }
}
