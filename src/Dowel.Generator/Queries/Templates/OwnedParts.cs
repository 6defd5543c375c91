namespace Dowel.Generator;

/// <summary>Finds the owned tables that a template names in braces.</summary>
internal static class OwnedParts
{
    /// <summary>The word in braces that stands for the comparison of owners; developers cannot write it.</summary>
    public const string Pin = "\u0001owner";

    /// <summary>Resolves the braces of a method's template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="method">The method, with the owned tables that its braces may mean.</param>
    public static QueryTemplate Resolve(QueryTemplate template, MethodModel method) => template.With(part => part.Kind == QueryPartKind.Braced ? Resolve(part, method) : part);

    /// <summary>The owned table that a part names.</summary>
    /// <param name="part">A part in braces, or what was made of it.</param>
    /// <param name="method">The method.</param>
    /// <returns>The table; null where it names none.</returns>
    public static OwnedTableModel? TableOf(QueryPart part, MethodModel method) => part.Alias == Pin
        ? method.Target
        : method.Owned.FirstOrDefault(owned => owned.Table == part.Alias);

    private static QueryPart Resolve(QueryPart part, MethodModel method)
    {
        var found = part with { Alias = part.Name };
        if (TableOf(found, method) is not { } table || (part.Alias.Length > 0 || part.Name == QueryNames.Columns))
        {
            return part;
        }

        // What is made for all owners has no use for the parameter.
        var name = part.Name == Pin ? "" : SqlIdentifier.Quote(table.Table);
        var alias = part.IsNamed || name.Length == 0 ? "" : $" as {name}";
        return found with
        {
            Kind = QueryPartKind.Owned,
            Name = method.Unowned is null ? OwnerSql.Parameter : "",
            Owned = parameter => (part.Name == Pin, method.Unowned) switch
            {
                (true, _) => OwnerSql.Condition(table.Owner, $"{SqlIdentifier.Quote(table.Table)}.{SqlIdentifier.Quote(table.Owner.Column)}", parameter),
                (_, null) => OwnerSql.Rows(table, parameter) + alias,
                _ => OwnerSql.Marked(table.Table) + alias,
            },
        };
    }
}
