namespace Dowel.Generator;

/// <summary>Finds what is wrong within one text.</summary>
/// <param name="method">The method.</param>
/// <param name="plan">Its fragments.</param>
/// <param name="template">The text, taken apart.</param>
/// <param name="text">The text with its places.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class TextChecks(MethodModel method, QueryPlan plan, QueryTemplate template, QueryText text, DiagnosticList diagnostics)
{
    /// <summary>Looks at the text.</summary>
    public void Check()
    {
        foreach (var fault in template.Faults.Concat(template.Suspects.Where(suspect => Find(suspect.Subject) is not null)))
        {
            Add(fault.Code, fault.Start, fault.Length, fault.Subject);
        }

        foreach (var part in template.Parts)
        {
            Check(part);
        }
    }

    private void Check(QueryPart part)
    {
        switch (part.Kind)
        {
            case QueryPartKind.Parameter or QueryPartKind.ListTest:
                CheckParameter(part);
                break;
            case QueryPartKind.Owned when method.Unowned is null:
                CheckOwned(part, OwnedParts.TableOf(part, method)!);
                break;
            case QueryPartKind.Braced when part.Name != QueryNames.Columns || (part.Length > part.Name.Length + 2 && !IsAlias(part.Alias)):
                Add(QueryErrors.UnknownBraces.Id, part.Start, part.Length, template.Text.Substring(part.Start, part.Length));
                break;
            case QueryPartKind.OpenFragment when plan.IsConstant(template, part.Fragment):
                Add(QueryErrors.ConstantFragment.Id, part.Start, part.Length);
                break;
        }
    }

    private void CheckOwned(QueryPart part, OwnedTableModel table)
    {
        var problem = Find(OwnerSql.Parameter) switch
        {
            null => "has no parameter 'owner' to say whose rows are meant",
            { IsList: true } or { IsNullable: true } => "whose they are is not said by one 'owner' that is never null",
            { Type: { } type } owner when !Equals(type with { IsNullable = false }, table.Owner.Type) =>
                $"its parameter 'owner' is of another type than the owner, '{owner.Declared.Replace("global::", "")}'",
            _ => null,
        };
        if (part.IsWritten)
        {
            Add(OwnershipErrors.Written.Id, part.Start, part.Length, table.Table);
        }
        else if (problem is not null)
        {
            Add(OwnershipErrors.NoOwner.Id, part.Start, part.Length, method.Name, table.Table, problem, table.Owner.TypeName);
        }
    }

    private void CheckParameter(QueryPart part)
    {
        var length = part.Name.Length + 1;
        if (Find(part.Name) is not { } parameter)
        {
            var known = method.Parameters.Where(known => known.Role == ParameterRole.Value).Select(known => "@" + known.Name).ToList();
            Add(QueryErrors.UnknownParameter.Id, part.At, length, part.Name, method.Name, known.Count == 0 ? "none" : string.Join(", ", known));
        }
        else if (parameter.IsList && part.Kind == QueryPartKind.Parameter && template.Words == SqlWords.Both)
        {
            Add(QueryErrors.ListOutsideIn.Id, part.At, length, part.Name);
        }
        else if (parameter is { IsList: true, IsNullable: true } && part.Fragment < 0)
        {
            Add(QueryErrors.NullableList.Id, part.At, length, part.Name);
        }
    }

    private MethodParameterModel? Find(string name) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == name && parameter.Role == ParameterRole.Value);

    private static bool IsAlias(string alias) =>
        alias.Length > 0 && (alias[0] == '"' || (SqlLexer.BeginsName(alias[0]) && alias.All(c => SqlLexer.BeginsName(c) || char.IsDigit(c))));

    private void Add(string code, int start, int length, params string[] arguments) => diagnostics.Add(code, text.Locate(start, length), arguments);
}
