namespace Dowel.Migrations;

/// <summary>Looks for other tools' histories in a database.</summary>
internal static class ForeignHistories
{
    /// <summary>Reads all that say anything: one query for the tables, and one more for each that has a tool's shape.</summary>
    public static async Task<IReadOnlyList<ForeignHistory>> ReadAsync(IMigrationDatabase database, CancellationToken cancellationToken)
    {
        var found = new List<ForeignHistory>();
        foreach (var table in await database.ReadTablesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (MigrationTool.Of(table) is { } tool)
            {
                found.Add(await ReadAsync(database, tool, table, cancellationToken).ConfigureAwait(false));
            }
        }

        found.RemoveAll(history => history.IsEmpty);
        return found;
    }

    /// <summary>Says whose a table is that has the history's name; null where nobody knows it.</summary>
    public static async Task<MigrationTool?> RecogniseAsync(
        IMigrationDatabase database, string table, CancellationToken cancellationToken) =>
        (await database.ReadTablesAsync(cancellationToken).ConfigureAwait(false))
        .Where(shape => shape.Name == table).Select(MigrationTool.Of).FirstOrDefault(tool => tool is not null);

    /// <summary>Chooses the one that is meant.</summary>
    /// <param name="histories">All that say anything.</param>
    /// <param name="from">A tool's or a table's name; null where there is only one.</param>
    /// <param name="schema">The run's schema, or null; a table in another one counts if it is named with its schema.</param>
    /// <param name="error">Why none was chosen.</param>
    public static ForeignHistory? Choose(
        IReadOnlyList<ForeignHistory> histories, string? from, string? schema, out DowelError? error)
    {
        var meant = histories.Where(history => history.Table.DisplayName == from || (history.IsOf(schema)
            && (from is null || history.Table.Name == from || history.Tool.Name.Equals(from, StringComparison.OrdinalIgnoreCase)))).ToList();
        error = meant.Count switch
        {
            0 => AdoptionErrors.NotFound(from, schema, histories),
            1 => null,
            _ => AdoptionErrors.Ambiguous(meant),
        };
        return error is null ? meant[0] : null;
    }

    private static async Task<ForeignHistory> ReadAsync(
        IMigrationDatabase database, MigrationTool tool, TableShape table, CancellationToken cancellationToken)
    {
        // The column as this table spells it: conventions of names may have changed its case.
        var order = table.Columns.First(column => ColumnRule.Normal(column.Name) == ColumnRule.Normal(tool.OrderColumn)).Name;
        return tool.Read(table, await database.ReadRowsAsync(table, order, cancellationToken).ConfigureAwait(false));
    }
}
