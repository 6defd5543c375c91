using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays the indexes of a record over those of its table. Pure.</summary>
internal static class IndexOverlay
{
    /// <summary>Makes the indexes that are wanted: those that stay in the scripts' order, then new ones.</summary>
    /// <param name="found">The table that the scripts make.</param>
    /// <param name="made">The table that is made of the record alone.</param>
    /// <param name="dropped">The columns that the table loses.</param>
    /// <param name="unsaid">Keeps what the record could say and does not; null where that goes.</param>
    public static IReadOnlyList<IndexModel> Apply(TableModel found, TableModel made, IReadOnlySet<string> dropped, UnsaidParts? unsaid)
    {
        var (kept, missing) = (new List<IndexModel>(), made.Indexes.ToList());
        foreach (var index in found.Indexes.Where(index => !dropped.Any(column => Mentions(index, column))))
        {
            var same = missing.Find(wanted => IsPlain(index) && !index.IsUnique && wanted.Columns!.SequenceEqual(index.Columns!));
            if (same is not null || (index.IsUnique && IsPlain(index) && IsKey(index, made)) || Stays(index))
            {
                missing.Remove(same!);
                kept.Add(index);
            }
        }

        // One that somebody has made more of than the record can say stands for it.
        return [.. kept, .. missing.Where(wanted => !kept.Exists(index => index.Name == wanted.Name))];

        bool Stays(IndexModel index) => IsPlain(index)
            ? unsaid is not null && !made.Indexes.Any(wanted => wanted.Name == index.Name) && unsaid.Keep(index, canBeSaid: true)
            : unsaid?.Keep(index, canBeSaid: false) != false;
    }

    // A record says columns and no more: no method, no order, no rows, nothing included.
    private static bool IsPlain(IndexModel index) => index is { Columns: not null, Predicate: null, IsValid: true }
        && index.Create.EndsWith($" ({string.Join(", ", index.Parts)})", StringComparison.Ordinal) && !index.Create.Contains(" using ", StringComparison.Ordinal);

    private static bool IsKey(IndexModel index, TableModel made) =>
        made.Constraints.Any(key => key.Kind == ConstraintKind.Unique && key.Columns.ToHashSet().SetEquals(index.Columns!));

    private static bool Mentions(IndexModel index, string column) => index.Columns?.Contains(column) == true
        || (index.Columns is null ? index.Parts : []).Append(index.Predicate ?? "").Any(text => Regex.IsMatch(text, $@"(?<![\w$]){Regex.Escape(column)}(?![\w$])"));
}
