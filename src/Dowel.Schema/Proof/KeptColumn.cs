using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>How the values of a column that stays are compared, as texts. Pure.</summary>
internal sealed partial class KeptColumn
{
    private readonly KeptSpelling _spelling;

    private KeptColumn(int index, KeptSpelling spelling, bool isFilled) => (Index, _spelling, IsFilled) = (index, spelling, isFilled);

    /// <summary>Where it stands in a row.</summary>
    public int Index { get; }

    /// <summary>Whether the plan gives it values where it has none: only those that were there can be compared.</summary>
    public bool IsFilled { get; }

    /// <summary>The columns of a table that can be compared: not what is computed, is made anew, may lose digits by the developer's word, or is of another family of types.</summary>
    /// <param name="table">The table.</param>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<KeptColumn> Of(KeptTable table, SchemaPlan plan)
    {
        var found = new List<KeptColumn>();
        foreach (var ((before, after), index) in table.Columns.Select((pair, index) => (pair, index)))
        {
            var key = table.After.Key.Column(after.Name);
            var isRetyped = before.Type != after.Type || before.Collation != after.Collation;
            var isGiven = HasBackfill(plan, key);
            if (before.Generation != Generation.Computed && after.Generation != Generation.Computed && !(isGiven && isRetyped) && !plan.Losses.Any(loss => loss.Key == key) && SpellingOf(before, after) is { } spelling)
            {
                found.Add(new(index, spelling, isGiven || (before.IsNullable && !after.IsNullable)));
            }
        }

        return found;
    }

    /// <summary>A value in the one spelling that both types have.</summary>
    public string? Read(string?[] row) => row[Index] is not { } value ? null : _spelling switch
    {
        KeptSpelling.Number when Number().Match(value) is { Success: true } match =>
            match.Groups["sign"].Value + match.Groups["whole"].Value + (match.Groups["rest"].Value.TrimEnd('0') is { Length: > 0 } rest ? '.' + rest : ""),
        KeptSpelling.Padded => value.TrimEnd(' '),
        _ => value,
    };

    private static bool HasBackfill(SchemaPlan plan, ObjectKey key) => plan.Changes.Any(change => change switch
    {
        AlterColumn alter => alter.Key == key && alter.Backfill is not null,
        AlterTable alter => alter.Key == key.Table && alter.Backfills.ContainsKey(key.Part!),
        _ => false,
    });

    private static KeptSpelling? SpellingOf(ColumnModel before, ColumnModel after)
    {
        var (old, now) = (LogicalTypes.Bare(before.BaseType).ToLowerInvariant(), LogicalTypes.Bare(after.BaseType).ToLowerInvariant());
        var isText = now is "text" or "character varying" or "varchar" or "citext" or "name" or "character" or "char";
        return before.Type == after.Type ? KeptSpelling.Exact
            : IsNumber(old) && IsNumber(now) ? KeptSpelling.Number
            : old is "character" or "char" || now is "character" or "char" ? (isText ? KeptSpelling.Padded : null)
            : old == now || (isText && (IsNumber(old) || IsLabel(before) || old is "text" or "character varying" or "varchar" or "citext" or "name" or "uuid")) ? KeptSpelling.Exact
            : IsLabel(before) && IsLabel(after) ? KeptSpelling.Exact
            : null;
    }

    private static bool IsNumber(string type) => type is "smallint" or "integer" or "int" or "bigint" or "numeric" or "decimal";

    private static bool IsLabel(ColumnModel column) => column.Needs.Any(need => need.Kind == ObjectKind.Enum) && !column.Type.EndsWith("[]", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<sign>-?)(?<whole>[0-9]+)(\.(?<rest>[0-9]*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
