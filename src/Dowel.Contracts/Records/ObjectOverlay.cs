using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays the row security of records over the objects of the scripts. Pure.</summary>
/// <param name="tables">The records, by their tables.</param>
/// <param name="gone">What goes, and takes remarks, rights and settings with it.</param>
/// <param name="unsaid">Keeps row security that a record does not ask for; null where that goes.</param>
internal sealed class ObjectOverlay(IReadOnlyDictionary<string, ContractTable> tables, IReadOnlySet<ObjectKey> gone, UnsaidParts? unsaid)
{
    /// <summary>Makes the objects that are wanted.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="records">What is made of the records alone.</param>
    public IReadOnlyList<ObjectModel> Apply(IReadOnlyList<ObjectModel> scripts, IReadOnlyList<ObjectModel> records)
    {
        var made = records.Where(each => IsRowSecurity(each) && tables.ContainsKey(each.Key.Name)).ToDictionary(each => each.Key);
        var names = gone.Select(key => key.ToString()).ToHashSet(StringComparer.Ordinal);
        var withdrawn = scripts.Where(each => IsOwnPolicy(each.Key) && IsWithdrawn(each.Key)).Select(policy => policy.Key.Table).ToHashSet();
        var guarded = scripts.Where(each => each.Key.Kind == ObjectKind.Policy && !IsOwnPolicy(each.Key)).Select(policy => policy.Key.Table).ToHashSet();
        return
        [
            .. scripts.Where(each => !made.ContainsKey(each.Key) && !Goes(each) && !FallsWithWall(each)),
            .. made.Values,
        ];

        bool Goes(ObjectModel each) => gone.Contains(each.Key)
            || (each.Key.Kind is ObjectKind.Comment or ObjectKind.Grant && names.Contains(each.Key.Name))
            || (each.Key.Kind is ObjectKind.Setting && (each.Needs.Any(gone.Contains) || gone.Contains(new(ObjectKind.Sequence, each.Key.Name, Schema: each.Key.Schema))));

        // Where there are other policies row security stays on for them.
        bool FallsWithWall(ObjectModel each) => withdrawn.Contains(each.Key.Table)
            && (IsOwnPolicy(each.Key) || (IsRowSecurity(each) && each.Key.Kind == ObjectKind.Setting && !guarded.Contains(each.Key.Table)));
    }

    // An owned record that does not ask for row security any more. Silence alone takes no wall down: whoever migrates must say so.
    private bool IsWithdrawn(ObjectKey policy) => policy.Schema is null
        && tables.TryGetValue(policy.Name, out var record) && record is { Owner: not null, HasRowSecurity: false } && unsaid?.KeepRowSecurity(policy) != true;

    private static bool IsRowSecurity(ObjectModel each) => each.Key.Schema is null
        && (IsOwnPolicy(each.Key) || (each.Key.Kind == ObjectKind.Setting && each.Create.EndsWith(" row level security", StringComparison.Ordinal)));

    private static bool IsOwnPolicy(ObjectKey key) => key.Kind == ObjectKind.Policy && key == PolicyOf(key.Name);

    private static ObjectKey PolicyOf(string table) => new(ObjectKind.Policy, table, RecordNames.PolicyOf(table));
}
