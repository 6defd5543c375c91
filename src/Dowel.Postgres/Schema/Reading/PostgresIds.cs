using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>The server's numbers of objects, what the model calls them, and what needs what.</summary>
/// <param name="dependencies">Pairs of ids: what needs, what is needed.</param>
internal sealed class PostgresIds(IEnumerable<string?[]> dependencies)
{
    private readonly Dictionary<string, PostgresIdentity> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectKey> _schemas = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _dependencies = dependencies.ToLookup(row => row[0]!, row => row[1]!, StringComparer.Ordinal);

    /// <summary>Says what an id means.</summary>
    /// <param name="id">Catalog and number, and a column's.</param>
    /// <param name="key">The object.</param>
    /// <param name="target">What it is called in <c>comment on</c>; null where it has no remark.</param>
    /// <param name="about">What remarks and rights call it; null for the key's own text.</param>
    public void Add(string id, ObjectKey key, string? target = null, string? about = null)
    {
        _identities[id] = new(key, target, about ?? key.ToString());
        if (key.Kind == ObjectKind.Schema)
        {
            _schemas[key.Name] = key;
        }
    }

    /// <summary>What an id means; of a column that has no id the object that it is of; null for what does not count.</summary>
    public PostgresIdentity? Find(string id) =>
        _identities.TryGetValue(id, out var found) || (TableOf(id) is { } table && _identities.TryGetValue(table, out found)) ? found : null;

    /// <summary>What an object needs, in a steady order: tables and their columns, types, functions, its schema.</summary>
    /// <param name="key">The object: neither itself nor what it stands on counts.</param>
    /// <param name="ids">Its ids.</param>
    public IReadOnlyList<ObjectKey> Needs(ObjectKey key, params IEnumerable<string> ids)
    {
        // A counter is made before the column that owns it, which the server has the other way round.
        var needs = key.Kind == ObjectKind.Sequence ? [] : ids.SelectMany(id => _dependencies[id]).SelectMany(Keys);
        var schema = key.Schema is { } name && key.Part is null && _schemas.TryGetValue(name, out var space) ? [space] : (ObjectKey[])[];
        return Settle(key, needs.Concat(schema));
    }

    /// <summary>Objects that are named by their ids, in a steady order.</summary>
    /// <param name="key">What needs them.</param>
    /// <param name="ids">The ids.</param>
    public IReadOnlyList<ObjectKey> Named(ObjectKey key, IEnumerable<string> ids) => Settle(key, ids.SelectMany(Keys));

    private static ObjectKey[] Settle(ObjectKey key, IEnumerable<ObjectKey> needs)
    {
        // A constraint or an index follows the columns of its own table by itself; all else has to make way for their changes.
        var isFollower = key.Kind is ObjectKind.Constraint or ObjectKind.Index;
        return
        [
            .. needs.Distinct()
                .Where(need => need != key && !(StandsOnTable(key) && need == key.Table))
                .Where(need => need.Kind != ObjectKind.Column || !(isFollower || IsRelation(key)) || need.Table != key.Table)
                .OrderBy(need => need.ToString(), StringComparer.Ordinal),
        ];
    }

    private static bool StandsOnTable(ObjectKey key) =>
        key.Kind is ObjectKind.Column or ObjectKind.Constraint or ObjectKind.Index or ObjectKind.Trigger or ObjectKind.Rule or ObjectKind.Policy;

    private static bool IsRelation(ObjectKey key) => key.Kind is ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView;

    // Whoever needs a column needs its table.
    private IEnumerable<ObjectKey> Keys(string id)
    {
        if (TableOf(id) is { } table && _identities.TryGetValue(table, out var owner))
        {
            yield return owner.Key;
        }

        if (_identities.TryGetValue(id, out var found))
        {
            yield return found.Key;
        }
    }

    private static string? TableOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is var first && id.LastIndexOf('.') is var last && last > first ? id[..last] : null;
}
