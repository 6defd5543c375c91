using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays the row security of records over the objects of the scripts. Pure.</summary>
internal static class ObjectOverlay
{
    /// <summary>Makes the objects that are wanted.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="records">What is made of the records alone.</param>
    /// <param name="tables">The records, by their tables.</param>
    /// <param name="gone">What goes, and takes remarks, rights and settings with it.</param>
    public static IReadOnlyList<ObjectModel> Apply(
        IReadOnlyList<ObjectModel> scripts, IReadOnlyList<ObjectModel> records, IReadOnlyDictionary<string, ContractTable> tables, IReadOnlySet<ObjectKey> gone)
    {
        var made = records.Where(each => IsRowSecurity(each) && tables.ContainsKey(each.Key.Name)).ToDictionary(each => each.Key);
        var names = gone.Select(key => key.ToString()).ToHashSet(StringComparer.Ordinal);
        var guarded = scripts.Where(each => each.Key.Kind == ObjectKind.Policy && !IsOwnPolicy(each.Key)).Select(policy => policy.Key.Table).ToHashSet();
        return
        [
            .. scripts.Where(each => !made.ContainsKey(each.Key) && !Goes(each) && !IsWithdrawn(each)),
            .. made.Values,
        ];

        bool Goes(ObjectModel each) => gone.Contains(each.Key)
            || (each.Key.Kind is ObjectKind.Comment or ObjectKind.Grant && names.Contains(each.Key.Name))
            || (each.Key.Kind is ObjectKind.Setting && (each.Needs.Any(gone.Contains) || gone.Contains(new(ObjectKind.Sequence, each.Key.Name, Schema: each.Key.Schema))));

        // An owned record that does not ask for row security any more; where there are other policies it stays on for them.
        bool IsWithdrawn(ObjectModel each) => each.Key.Schema is null && tables.TryGetValue(each.Key.Name, out var record)
            && record is { Owner: not null, HasRowSecurity: false } && scripts.Any(policy => policy.Key == PolicyOf(record.Name))
            && (IsOwnPolicy(each.Key) || (IsRowSecurity(each) && each.Key.Kind == ObjectKind.Setting && !guarded.Contains(each.Key.Table)));
    }

    private static bool IsRowSecurity(ObjectModel each) => each.Key.Schema is null
        && (IsOwnPolicy(each.Key) || (each.Key.Kind == ObjectKind.Setting && each.Create.EndsWith(" row level security", StringComparison.Ordinal)));

    private static bool IsOwnPolicy(ObjectKey key) => key.Kind == ObjectKind.Policy && key == PolicyOf(key.Name);

    private static ObjectKey PolicyOf(string table) => new(ObjectKind.Policy, table, RecordNames.PolicyOf(table));
}
