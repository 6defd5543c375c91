namespace Dowel.Schema;

/// <summary>Old keys and texts by their new names. Pure.</summary>
/// <param name="renames">What is called otherwise; of a table's part by the table's new name after it, by its old one before it.</param>
/// <param name="known">All keys that there are, which is how those that comments and grants are about are found.</param>
/// <param name="quote">Writes a name as SQL must have it.</param>
internal sealed class KeyMap(IReadOnlyList<RenameIntent> renames, IEnumerable<ObjectKey> known, Func<string, string> quote)
{
    private readonly Dictionary<ObjectKey, ObjectKey> _exact = renames.DistinctBy(rename => rename.From).ToDictionary(rename => rename.From, rename => rename.To);
    private readonly IReadOnlyList<(ObjectKey From, string? Schema)> _moves =
    [
        .. renames.Where(rename => rename.From.Part is null && rename.To.Schema != rename.From.Schema).Select(rename => (rename.From, rename.To.Schema)),
        .. renames.Where(rename => rename.From.Kind == ObjectKind.Schema).Select(rename => (rename.From, (string?)rename.To.Name)),
    ];

    private readonly Dictionary<string, string> _schemas = renames.Where(rename => rename.From.Kind == ObjectKind.Schema).DistinctBy(rename => rename.From).ToDictionary(rename => rename.From.Name, rename => rename.To.Name);
    private readonly Dictionary<string, ObjectKey> _about = known.DistinctBy(key => key.ToString()).ToDictionary(key => key.ToString());

    /// <summary>The key after the renaming.</summary>
    public ObjectKey Map(ObjectKey key) => Own(key) is { Schema: { } schema } own && _schemas.TryGetValue(schema, out var renamed) ? own with { Schema = renamed } : Own(key);

    private ObjectKey Own(ObjectKey key)
    {
        if (_exact.TryGetValue(key, out var renamed))
        {
            return renamed;
        }

        return key.Kind switch
        {
            ObjectKind.Comment or ObjectKind.Grant => _about.TryGetValue(key.Name, out var about) ? key with { Name = Map(about).ToString() } : key,
            ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate => key with { Name = Signature(key.Name) },
            _ when key.StandsOnAnother => Whole(key) is { } whole ? key with { Name = whole.Name, Schema = whole.Schema } : key,
            _ => key,
        };
    }

    /// <summary>Keys after the renaming.</summary>
    public IReadOnlyList<ObjectKey> Map(IReadOnlyList<ObjectKey> keys) => [.. keys.Select(Map)];

    /// <summary>The names that a text about some objects has had replaced by the engine.</summary>
    /// <param name="touched">The objects, by their old keys.</param>
    public IReadOnlyDictionary<string, string> NamesIn(IEnumerable<ObjectKey> touched)
    {
        var keys = touched.ToHashSet();
        var wholes = keys.Select(key => (key.Schema, key.Name)).ToHashSet();
        return renames
            .Where(rename => keys.Contains(rename.From) || ((rename.From.StandsOnAnother || rename.From.IsRelation) && wholes.Contains((rename.From.Schema, rename.From.Name))))
            .Select(rename => (From: OwnName(rename.From), To: OwnName(rename.To)))
            .Where(names => names.From != names.To)
            .DistinctBy(names => names.From)
            .ToDictionary(names => names.From, names => names.To);
    }

    /// <summary>A text after the renaming.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">New names by old ones.</param>
    public string Text(string text, IReadOnlyDictionary<string, string> names) =>
        SqlText.Rename(_moves.Aggregate(text, (moved, move) => SqlText.Move(moved, move.From, move.Schema, quote)), names, quote);

    private static string OwnName(ObjectKey key) => key.Part ?? key.Name;

    private ObjectKey? Whole(ObjectKey part)
    {
        foreach (var kind in (ObjectKind[])[ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Domain, ObjectKind.Enum, ObjectKind.Sequence])
        {
            if (_exact.TryGetValue(new(kind, part.Name, Schema: part.Schema), out var whole))
            {
                return whole;
            }
        }

        return null;
    }

    private string Signature(string name)
    {
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        var types = renames.Where(rename => rename.From.IsType || rename.From.IsRelation).DistinctBy(rename => rename.From.Name).ToDictionary(rename => rename.From.Name, rename => rename.To.Name);
        return parameters < 0 ? name : name[..parameters] + Text(name[parameters..], types);
    }
}
