namespace Dowel.Schema.Tests;

/// <summary>Rows for a random schema that no key of another one refuses, so that a plan between the two is carried out or is wrong.</summary>
/// <param name="scratch">The database.</param>
/// <param name="before">Its schema.</param>
/// <param name="after">The schema that it will have.</param>
internal sealed class RandomRows(Scratch scratch, DatabaseModel before, DatabaseModel after)
{
    private readonly List<(TableModel Before, TableModel After)> _tables =
        [.. before.Tables.Where(IsTable).Select(table => (table, after.Find(table.Key) ?? table))];

    /// <summary>What columns get that are new, have another type, or may not be null any more.</summary>
    public IReadOnlyDictionary<ObjectKey, string> Backfills => (
        from table in after.Tables.Where(IsTable)
        from column in table.Columns
        let old = before.Find(table.Key)?.Find(column.Name)
        where old is null ? !column.IsNullable : old.Type != column.Type || (old.IsNullable && !column.IsNullable)
        select (Key: table.Key.Column(column.Name), Value: Becoming(table, column, old is not null))).ToDictionary(each => each.Key, each => each.Value);

    /// <summary>Puts three rows into each table.</summary>
    public async Task FillAsync()
    {
        var empty = Empty();
        foreach (var (table, next) in _tables.Where(pair => !empty.Contains(pair.Before.Key)))
        {
            // What refers, or will, stays empty where it may.
            var columns = table.Columns.Where(column => !IsForeign(table, column) && !(column.IsNullable && IsForeign(next, column))).ToList();
            await scratch.RunAsync($"insert into {table.Name} ({string.Join(", ", columns.Select(column => column.Name))}) select {string.Join(", ", columns.Select(Value))} from generate_series(1, 3) id");
        }
    }

    /// <summary>The rows of tables that stay, in the columns that keep their type and are given nothing.</summary>
    /// <param name="now">The schema that the database has.</param>
    public async Task<IReadOnlyList<string>> KeptAsync(DatabaseModel now)
    {
        var (found, given) = (new List<string>(), Backfills);
        foreach (var (table, next) in _tables.Where(pair => now.Find(pair.Before.Key) is not null && after.Find(pair.Before.Key) is not null))
        {
            var columns = table.Columns.Where(column => next.Find(column.Name)?.Type == column.Type && !given.ContainsKey(table.Key.Column(column.Name))).Select(column => column.Name);
            var rows = await scratch.Database.QueryAsync($"select {string.Join(", ", columns)} from {table.Name} order by id", default);
            found.Add($"{table.Name}: {string.Join("; ", rows.Select(row => string.Join(", ", row.Select(value => value ?? "null"))))}");
        }

        return found;
    }

    private static bool IsTable(TableModel table) => table.Kind == TableKind.Table;

    // A column with values that will refer to a table without rows, as a new one is, cannot; so such a table has none either.
    private HashSet<ObjectKey> Empty()
    {
        var empty = new HashSet<ObjectKey>();
        while (_tables.Find(pair => !empty.Contains(pair.Before.Key) && pair.After.Constraints.Any(key => key.Reference is { } reference
            && (before.Find(reference.Table) is null || empty.Contains(reference.Table)) && key.Columns.Any(name => pair.Before.Find(name) is { IsNullable: false }))) is { Before: not null } trapped)
        {
            empty.Add(trapped.Before.Key);
        }

        return empty;
    }

    private static bool IsForeign(TableModel table, ColumnModel column) => table.Constraints.Any(key => key.Kind == ConstraintKind.Foreign && key.Columns.Contains(column.Name));

    // What values of another type become speaks of them; it is the same for all the same.
    private static string Becoming(TableModel table, ColumnModel column, bool isThere)
    {
        var value = IsForeign(table, column) ? "null" : Value(column);
        return isThere ? $"cast(case when {column.Name} is null then {value} else {value} end as {column.Type})" : value;
    }

    private static string Value(ColumnModel column) => column.Type switch
    {
        "mood" => "'y'::mood",
        "text" => "'x' || id",
        _ => "id",
    };
}
