namespace Dowel.Contracts;

/// <summary>The tables of records as statements. Pure.</summary>
internal static class RecordSchema
{
    /// <summary>Writes what makes the tables of all records on an empty database.</summary>
    /// <param name="contracts">What the repositories need; where two contradict each other the first counts (<see cref="RecordSet"/> tells).</param>
    /// <param name="engine">The engine.</param>
    /// <returns>
    /// Statements without semicolons, a table before those that refer to it. A table that records refer to and no repository has is made with
    /// the columns that they refer to.
    /// </returns>
    public static IReadOnlyList<string> Create(IReadOnlyList<RepositoryContract> contracts, IRecordDialect engine)
    {
        var tables = Tables(contracts, engine);
        var (made, statements, later) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), new List<string>());
        foreach (var table in tables)
        {
            made.Add(table.Name);
            var possible = table.Constraints.ToLookup(key => engine.RefersForward || key.Target is null || made.Contains(key.Target));
            statements.Add(table.Create(possible[true]));
            statements.AddRange(table.Indexes);
            later.AddRange(possible[false].Select(table.Add));
        }

        return [.. statements, .. later, .. tables.SelectMany(table => table.RowSecurity)];
    }

    /// <summary>The tables of all records, a table before those that refer to it.</summary>
    /// <param name="contracts">What the repositories need.</param>
    /// <param name="engine">The engine.</param>
    public static IReadOnlyList<RecordTable> Tables(IReadOnlyList<RepositoryContract> contracts, IRecordDialect engine)
    {
        var records = RecordSet.Of(contracts).Tables;
        IReadOnlyList<ContractTable> all = [.. RecordStubs.Of(records), .. records];
        var names = new RecordNames([.. all.Select(table => table.Name), .. all.SelectMany(Given)]);
        return Ordered([.. all.Select(table => new RecordTable(table, names, engine))]);
    }

    private static IEnumerable<string> Given(ContractTable table) => table.Uniques.Select(key => key.Name)
        .Concat(table.Indexes.Select(index => index.Name)).Concat(table.Checks.Select(check => check.Name)).OfType<string>();

    // What a table refers to comes before it; in a circle, the one with the lesser name comes first.
    private static List<RecordTable> Ordered(IReadOnlyList<RecordTable> tables)
    {
        var byName = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var (seen, ordered) = (new HashSet<string>(StringComparer.Ordinal), new List<RecordTable>());
        foreach (var table in tables)
        {
            Visit(table);
        }

        return ordered;

        void Visit(RecordTable table)
        {
            if (!seen.Add(table.Name))
            {
                return;
            }

            foreach (var target in table.Constraints.Select(key => key.Target).OfType<string>())
            {
                Visit(byName[target]);
            }

            ordered.Add(table);
        }
    }
}
