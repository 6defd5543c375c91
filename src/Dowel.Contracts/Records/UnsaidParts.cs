using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>What the scripts have on records' tables and no record says: it stays, unless a word drops it.</summary>
/// <param name="allowed">The words.</param>
internal sealed class UnsaidParts(IEnumerable<string> allowed)
{
    private readonly HashSet<string> _allowed = [.. allowed];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<UnsaidPart> _kept = [];

    /// <summary>What stays and could be said.</summary>
    public IReadOnlyList<UnsaidPart> Kept => _kept;

    /// <summary>The words that dropped something.</summary>
    public IReadOnlySet<string> Used => _used;

    /// <summary>Whether an index stays.</summary>
    /// <param name="index">The index.</param>
    /// <param name="canBeSaid">Whether a record could say it.</param>
    public bool Keep(IndexModel index, bool canBeSaid) => Stays(new("index", index.Name, index.Key.Name, $"drop-index:{index.Key.Path}"), canBeSaid);

    /// <summary>Whether a key or a rule stays.</summary>
    /// <param name="key">The key.</param>
    /// <param name="table">Its table, by which one without a name gets the name that PostgreSQL would give it: a word is the same on both engines.</param>
    /// <param name="canBeSaid">Whether a record could say it.</param>
    public bool Keep(ConstraintModel key, TableModel table, bool canBeSaid)
    {
        var name = key.Name.Length > 0 ? key.Name : NameOf(key, table);
        return Stays(new(key.Kind == ConstraintKind.Check ? UnsaidPart.Check : $"{KindWords.Of(key.Kind)} key", name, table.Name, $"drop-constraint:{table.Key.Path}.{name}"), canBeSaid);
    }

    /// <summary>Whether a column's default stays.</summary>
    /// <param name="column">The column.</param>
    public bool KeepDefault(ObjectKey column) => Stays(new(UnsaidPart.Default, column.Part!, column.Name, $"drop-default:{column.Path}"), canBeSaid: true);

    /// <summary>Whether the wall between the owners of a table's rows stays.</summary>
    /// <param name="policy">The policy that the wall is made of.</param>
    public bool KeepRowSecurity(ObjectKey policy) => Stays(new(UnsaidPart.RowSecurity, policy.Part!, policy.Name, $"drop-row-security:{policy.Table.Path}"), canBeSaid: true);

    private static string NameOf(ConstraintModel key, TableModel table)
    {
        var names = new RecordNames(table.Constraints.Select(each => each.Name));
        return table.Constraints.Where(each => each.Name.Length == 0).Select(each => (Key: each, Name: NameOf(each, names))).First(each => ReferenceEquals(each.Key, key)).Name;
    }

    private static string NameOf(ConstraintModel key, RecordNames names) => key switch
    {
        { Kind: ConstraintKind.Primary } => names.Make(key.Key.Name, [], "pkey"),
        { Kind: ConstraintKind.Check, Columns.Count: not 1 } => names.Make(key.Key.Name, [], "check"),
        { Kind: ConstraintKind.Check } => names.Make(key.Key.Name, key.Columns, "check"),
        { Kind: ConstraintKind.Unique } => names.Make(key.Key.Name, key.Columns, "key"),
        _ => names.Make(key.Key.Name, key.Columns, "fkey"),
    };

    private bool Stays(UnsaidPart part, bool canBeSaid)
    {
        if (_allowed.Contains(part.Word))
        {
            _used.Add(part.Word);
            return false;
        }

        if (canBeSaid)
        {
            _kept.Add(part);
        }

        return true;
    }
}
