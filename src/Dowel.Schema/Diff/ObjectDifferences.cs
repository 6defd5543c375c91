namespace Dowel.Schema;

/// <summary>Finds what is new, gone or other among all that is no table with columns of its own. Pure.</summary>
/// <param name="draft">The plan so far.</param>
/// <param name="dependents">Who needs what before.</param>
internal sealed class ObjectDifferences(PlanDraft draft, Dependents dependents)
{
    private readonly TypeDifferences _types = new(draft, dependents);

    /// <summary>Adds what goes and what changes; what is new shows by its key alone.</summary>
    public void Find()
    {
        foreach (var (key, before) in draft.Olds)
        {
            if (!draft.News.TryGetValue(key, out var after))
            {
                if (_types.TryReplace(before))
                {
                    continue;
                }

                draft.Gone.Add(key);
                LoseTable(before);
            }
            else if (before is EnumModel old && after is EnumModel next)
            {
                Compare(old, next);
            }
            else if (!AreSame(before, after))
            {
                Change(before, after);
            }
        }

        _types.RenewRuledElements();
    }

    private bool AreSame(ObjectModel before, ObjectModel after) => (before, after) switch
    {
        (TableModel { Kind: TableKind.Table }, TableModel { Kind: TableKind.Table }) => true,
        (ConstraintModel one, ConstraintModel other) => ConstraintNames.AreSame(one, other),
        (IndexModel one, IndexModel other) => one.IsValid == other.IsValid && SqlText.Same(one.Create, other.Create),
        _ => SqlText.Same(before.Create, after.Create) && !IsDoubtful(before),
    };

    // The engine follows a renamed column in a query, but the query goes on calling it by the old name.
    private bool IsDoubtful(ObjectModel model) =>
        model.Key.Kind is ObjectKind.View or ObjectKind.MaterializedView or ObjectKind.Rule or ObjectKind.Policy && model.Needs.Any(draft.Names.Columns.Contains);

    private void Change(ObjectModel before, ObjectModel after)
    {
        if (IsValidation(before, after) || (after.Replace.Count > 0 && SqlText.Same(before.Shape, after.Shape)))
        {
            draft.Replaced.Add(after.Key, new(before, after));
        }
        else if (after.Key.IsType && dependents.IsUnderColumns(before.Key))
        {
            draft.Replaced.Add(after.Key, new(before, after with { Replace = [] }));
        }
        else
        {
            draft.Gone.Add(before.Key);
            LoseTable(before);
        }
    }

    private static bool IsValidation(ObjectModel before, ObjectModel after) => before is ConstraintModel { IsValidated: false } one
        && after is ConstraintModel { IsValidated: true } other && one.Kind == other.Kind && SqlText.Same(Demand(one), Demand(other));

    private static string Demand(ConstraintModel constraint)
    {
        const string suffix = " NOT VALID";
        return constraint.Definition.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? constraint.Definition[..^suffix.Length] : constraint.Definition;
    }

    private void Compare(EnumModel before, EnumModel after)
    {
        var renamed = draft.Names.Intents.Active
            .Where(rename => rename.From is { Kind: ObjectKind.Enum, Part: not null } && rename.To with { Part = null } == after.Key)
            .Select(rename => (From: rename.From.Part!, To: rename.To.Part!)).ToList();
        var old = before with { Labels = [.. before.Labels.Select(label => renamed.Find(pair => pair.From == label).To ?? label)] };
        if (renamed.Count == 0 && old.Labels.SequenceEqual(after.Labels))
        {
            return;
        }

        draft.Alterations.Add(new AlterEnum(old, after, renamed));
        foreach (var label in old.Labels.Except(after.Labels))
        {
            draft.Lose("drop-label", after.Key with { Part = label }, after.Labels.Except(old.Labels).Select(other => after.Key with { Part = other }));
        }
    }

    private void LoseTable(ObjectModel model)
    {
        if (model is TableModel { Kind: TableKind.Table or TableKind.Virtual } table)
        {
            draft.Lose("drop-table", table.Key, draft.News.Values.OfType<TableModel>()
                .Where(other => !draft.Olds.ContainsKey(other.Key) && ColumnDifferences.LookAlike(table, other)).Select(other => other.Key));
        }
    }
}
