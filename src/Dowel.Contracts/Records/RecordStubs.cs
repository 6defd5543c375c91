namespace Dowel.Contracts;

/// <summary>Tables that records speak of and no repository has: with the columns that are spoken of, so that the others can be made.</summary>
internal static class RecordStubs
{
    /// <summary>Finds them.</summary>
    /// <param name="tables">The tables of records.</param>
    public static IReadOnlyList<ContractTable> Of(IReadOnlyList<ContractTable> tables)
    {
        var known = tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tables.SelectMany(Mentions).Where(mention => !known.Contains(mention.Table))
                .GroupBy(mention => mention.Table, StringComparer.Ordinal).OrderBy(table => table.Key, StringComparer.Ordinal)
                .Select(table => new ContractTable(table.Key, "", null)
                {
                    Columns = [.. table.DistinctBy(mention => mention.Column).Select(mention => new ContractColumn(mention.Column, mention.Type, IsNullable: false))],
                    Uniques = [.. table.Where(mention => mention.IsKey).DistinctBy(mention => mention.Column).Select(mention => new ContractUnique([mention.Column], null))],
                }),
        ];
    }

    private static IEnumerable<(string Table, string Column, ContractType Type, bool IsKey)> Mentions(ContractTable table)
    {
        foreach (var column in table.Columns.Where(column => column.References is not null))
        {
            yield return (column.References!.Table, column.References.Column, column.Type, true);
        }

        if (table is not { HasRowSecurity: true, Owner: { } owner } || table.Find(owner.Column) is not { } first)
        {
            yield break;
        }

        var type = first.Type;
        foreach (var link in owner.Links)
        {
            yield return (link.Table, link.Key, type, true);
            yield return (link.Table, link.Column, link.Type, false);
            type = link.Type;
        }
    }
}
