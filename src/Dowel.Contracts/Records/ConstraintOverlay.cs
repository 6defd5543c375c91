using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays the keys and rules of a record over those of its table. Pure.</summary>
/// <param name="record">The record.</param>
/// <param name="records">All records, by their tables.</param>
/// <param name="engine">The engine.</param>
/// <param name="dropped">The columns that the table loses.</param>
internal sealed partial class ConstraintOverlay(
    ContractTable record, IReadOnlyDictionary<string, ContractTable> records, IRecordDialect engine, IReadOnlySet<string> dropped)
{
    /// <summary>Makes the constraints that are wanted: those that stay in the scripts' order, then new ones.</summary>
    /// <param name="found">The table that the scripts make.</param>
    /// <param name="made">The table that is made of the record alone.</param>
    /// <param name="unsaid">Keeps what the record could say and does not; null where that goes.</param>
    public IReadOnlyList<ConstraintModel> Apply(TableModel found, TableModel made, UnsaidParts? unsaid)
    {
        var missing = made.Constraints.ToList();
        var met = new HashSet<ConstraintModel>(ReferenceEqualityComparer.Instance);
        var standing = found.Constraints.Where(key => !key.Columns.Any(dropped.Contains)).ToList();
        foreach (var key in standing)
        {
            if (missing.Find(wanted => IsMet(wanted, key)) is { } same)
            {
                missing.Remove(same);
                met.Add(key);
            }
        }

        var kept = standing.Where(key => met.Contains(key) || (!missing.Exists(wanted => Replaces(wanted, key)) && Stays(key))).ToList();
        return [.. kept, .. missing.Where(key => !found.Indexes.Any(index => IsKey(index, key)) && !IsOfEngine(key, found))];

        bool Stays(ConstraintModel key) => unsaid is null ? IsUnsaid(key) : unsaid.Keep(key, found, canBeSaid: key.Kind == ConstraintKind.Check || !IsUnsaid(key));
    }

    // Nobody has said it, and a column that is there does without.
    private bool IsOfEngine(ConstraintModel key, TableModel found) => key is { Kind: ConstraintKind.Check, Columns: [var name] }
        && found.Find(name) is not null && record.Find(name) is { } column && engine.RuleOf(column) is { } rule && key.Definition == $"check ({rule})";

    // A unique index over all rows does what a unique constraint does.
    private static bool IsKey(IndexModel index, ConstraintModel key) =>
        key.Kind == ConstraintKind.Unique && index is { IsUnique: true, IsValid: true, Predicate: null, Columns: not null } && index.Columns.ToHashSet().SetEquals(key.Columns);

    // What the scripts have does what the record asks for.
    private bool IsMet(ConstraintModel wanted, ConstraintModel found) => wanted.Kind == found.Kind && wanted.Kind switch
    {
        ConstraintKind.Primary or ConstraintKind.Unique => wanted.Columns.ToHashSet().SetEquals(found.Columns),
        ConstraintKind.Foreign => SameTarget(wanted, found) && Rule(wanted) == Rule(found),
        _ => wanted.Definition == found.Definition || (IsOfLabels(wanted, found) && Labels(wanted).SetEquals(Labels(found))),
    };

    // What the scripts have is what the record speaks of, and not as it says.
    private bool Replaces(ConstraintModel wanted, ConstraintModel found) => wanted.Kind == found.Kind && wanted.Kind switch
    {
        ConstraintKind.Primary => true,
        ConstraintKind.Unique => wanted.Name.Length > 0 && wanted.Name == found.Name,
        ConstraintKind.Foreign => wanted.Columns.SequenceEqual(found.Columns),
        ConstraintKind.Check => (wanted.Name.Length > 0 && wanted.Name == found.Name) || IsOfLabels(wanted, found),
        _ => false,
    };

    // The record could not say it, so that its silence means nothing.
    private bool IsUnsaid(ConstraintModel found) => found.Kind switch
    {
        ConstraintKind.Primary => record.Key.Count == 0,
        ConstraintKind.Unique => !PlainUnique().IsMatch(found.Definition),
        ConstraintKind.Foreign => found is not { Columns.Count: 1, Reference: { OnUpdate: "no action", Deferral: null, OnDelete: not "set default" } reference }
            || !records.TryGetValue(reference.Table.Name, out var target) || !target.Key.SequenceEqual(reference.Columns)
            || (record.Owner is { Links: [var link, ..] } owner && found.Columns[0] == owner.Column && link.Table == reference.Table.Name),
        _ => true,
    };

    // Both list an enum's labels, and differ in nothing but the list.
    private bool IsOfLabels(ConstraintModel wanted, ConstraintModel found) =>
        wanted.Columns is [var column] && record.Find(column) is { Labels.Count: > 0 } && Lists().Replace(wanted.Definition, "?") == Lists().Replace(found.Definition, "?");

    private static HashSet<string> Labels(ConstraintModel check) => [.. Literal().Matches(check.Definition).Select(label => label.Value)];

    private static bool SameTarget(ConstraintModel one, ConstraintModel other) =>
        one.Columns.SequenceEqual(other.Columns) && one.Reference?.Table == other.Reference?.Table && one.Reference!.Columns.SequenceEqual(other.Reference!.Columns);

    // With either the parent cannot go; they differ in when that is looked at.
    private static string Rule(ConstraintModel key) => key.Reference!.OnDelete == "no action" ? "restrict" : key.Reference.OnDelete;

    [GeneratedRegex(@"^unique \((?!.* (desc|collate) )[^()]*\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainUnique();

    // As SQLite and PostgreSQL print it: 'a', 'b' and 'a'::text, 'b'::text.
    [GeneratedRegex(@"'([^']|'')*'(::[a-z ]+)?(, '([^']|'')*'(::[a-z ]+)?)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Lists();

    [GeneratedRegex("'([^']|'')*'", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
