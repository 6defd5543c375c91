namespace Dowel.Schema;

/// <summary>Finds types that become another kind under their name, and rules that a type cannot get as it is. Pure.</summary>
/// <param name="draft">The plan so far.</param>
/// <param name="dependents">Who needs what before.</param>
internal sealed class TypeDifferences(PlanDraft draft, Dependents dependents)
{
    private static readonly ObjectKind[] Kinds = [ObjectKind.Enum, ObjectKind.Domain, ObjectKind.Composite, ObjectKind.Range];

    /// <summary>Makes a type that columns have one of another kind.</summary>
    /// <param name="before">A type that is gone by its kind.</param>
    /// <returns>Whether another has its name.</returns>
    public bool TryReplace(ObjectModel before)
    {
        var after = Kinds.Where(_ => before.Key.IsType).Select(kind => draft.News.GetValueOrDefault(before.Key with { Kind = kind })).FirstOrDefault(each => each is not null);
        if (after is null || !dependents.IsUnderColumns(before.Key))
        {
            return false;
        }

        // Labels and what a domain is made of are both text; a field or an end of a range is neither.
        if (before.Key.Kind is ObjectKind.Enum or ObjectKind.Domain && after.Key.Kind is ObjectKind.Enum or ObjectKind.Domain)
        {
            draft.Replaced.Add(after.Key, new(before, after with { Replace = [] }));
        }
        else
        {
            draft.Obstacles.Add(new(
                after.Key,
                $"{before.Key} would become {after.Key}, and nothing says what the values of {Columns(before.Key)} become.",
                $"Give the new type another name, add columns of it beside those with [Backfill(\"SQL\")] over the old ones, and drop the old columns and {before.Key} in a migration after that."));
        }

        return true;
    }

    /// <summary>Has domains made anew that get a rule while columns are arrays of them: the server gives them none then, but takes one that has it already.</summary>
    public void RenewRuledElements()
    {
        foreach (var (key, before) in draft.Olds.Where(each => each.Key.Kind == ObjectKind.Domain))
        {
            if (draft.News.TryGetValue(key, out var after) && IsRuledAnew(before, after) && dependents.Columns[key].Any(each => each.Column.Type.EndsWith("[]", StringComparison.Ordinal)))
            {
                draft.Replaced[key] = new(before, after with { Replace = [] });
            }
        }
    }

    private bool IsRuledAnew(ObjectModel before, ObjectModel after) => (IsNotNull(after) && !IsNotNull(before))
        || draft.News.Values.Any(rule => rule.Key.Kind == ObjectKind.Constraint && rule.Key.Table == after.Key.Table
            && (!draft.Olds.TryGetValue(rule.Key, out var old) || !SqlText.Same(old.Create, rule.Create)));

    private static bool IsNotNull(ObjectModel domain) => domain.Create.EndsWith(" not null", StringComparison.OrdinalIgnoreCase);

    private string Columns(ObjectKey type) => dependents.Columns[type].Select(each => each.Table.Key.Column(each.Column.Name).Path).Distinct().ToList() is { Count: > 0 } columns
        ? string.Join(" and ", columns)
        : "columns below it";
}
