namespace Dowel.Generator;

/// <summary>Finds what is wrong with the fragments of an update or a delete.</summary>
/// <param name="source">The method, with its fragments.</param>
/// <param name="record">The record whose table is written to.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class WriteChecks(QuerySource source, RecordModel record, DiagnosticList diagnostics)
{
    /// <summary>Looks at the fragments.</summary>
    /// <returns>Whether a statement can be made of them.</returns>
    public bool Check()
    {
        var before = diagnostics.Count;
        if (source.Set is { } set)
        {
            Check(set, "Set");
            CheckOwner(set);
        }

        Check(source.Where!, "Where");
        return diagnostics.Count == before;
    }

    private void Check(QueryText text, string property)
    {
        if (text.Text.Trim().Length == 0)
        {
            diagnostics.Add(OwnershipErrors.Incomplete.Id, source.Place, source.Method.Name, $"has nothing in its {property}");
        }
        else if (text.Text.IndexOf(OwnerSql.Mark) is >= 0 and var mark)
        {
            diagnostics.Add(OwnershipErrors.Mark.Id, text.Locate(mark, 1));
        }
        else if (FragmentCheck.Find(text.Text) is { } fault)
        {
            diagnostics.Add(OwnershipErrors.Fragment.Id, text.Locate(fault.Start, fault.Length), source.Method.Name, property, fault.Subject);
        }
    }

    private void CheckOwner(QueryText set)
    {
        if (record.Owner is { } owner && source.Method.Unowned is null && FragmentCheck.FindName(set.Text, owner.Column) is { } token)
        {
            diagnostics.Add(OwnershipErrors.SetsOwner.Id, set.Locate(token.Start, token.Length), source.Method.Name, owner.Column);
        }
    }
}
