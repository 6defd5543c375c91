using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Puts a table together from what pragmas say and what its definition says.</summary>
/// <param name="tables">The columns of all tables, of which foreign keys know the names.</param>
/// <param name="names">The tables' names in any case, and as the engine keeps them.</param>
internal sealed class SqliteTableReader(ILookup<string, SqliteCatalogColumn> tables, IReadOnlyDictionary<string, string> names)
{
    /// <summary>Reads a table.</summary>
    /// <param name="table">Its row of the catalog.</param>
    /// <param name="indexes">The rows of its indexes.</param>
    /// <exception cref="FormatException">Its definition is none.</exception>
    public TableModel Read(SqliteCatalogObject table, IEnumerable<SqliteCatalogObject> indexes)
    {
        var columns = tables[table.Name].ToList();
        var scope = SqliteScope.OfTable(table.Name, columns.Select(column => column.Name));
        var text = SqliteTableCutter.Cut(table.Sql, scope);
        if (!text.Columns.Select(column => column.Name).SequenceEqual(columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException("it has other columns than the table");
        }

        var number = RowNumber(text, columns);
        return new(table.Name, TableKind.Table, [.. columns.Zip(text.Columns, (column, said) => Column(column, said, column.Name == number))])
        {
            Options = text.Options,
            Drop = $"drop table {SqliteKeywords.Quote(table.Name)}",
            Constraints = [.. text.Keys.Select(key => new SqliteKeyReader(table.Name, scope, number is not null).Read(key, Parent(key)))],
            Indexes = [.. indexes.Select(index => SqliteIndexReader.Read(index, table.Name, scope))],
        };
    }

    // sqlite.org, "CREATE TABLE", 5: a key of one column declared as `integer` is the row's number, unless `desc` stands beside the column.
    private static string? RowNumber(SqliteTableText text, List<SqliteCatalogColumn> columns)
    {
        var key = text.Keys.FirstOrDefault(each => each.Kind == ConstraintKind.Primary);
        return key is { Parts: [var part] } && !(key.IsOfColumn && part.Order == "desc") && !text.Options.Contains("rowid", StringComparison.Ordinal)
            ? columns.Find(column => column.KeyIndex == 1 && column.Type.Equals("integer", StringComparison.OrdinalIgnoreCase))?.Name
            : null;
    }

    // SQLite lets null into a primary key that is not the row's number, which it calls a mistake of old that it keeps
    // (sqlite.org, "CREATE TABLE", 3.5). A key counts as never null here, as it is on PostgreSQL; that its definition says so is a clause.
    private static ColumnModel Column(SqliteCatalogColumn column, SqliteColumnText said, bool isNumber)
    {
        var isKey = column.KeyIndex > 0;
        var clauses = isNumber ? "" : isKey && said.IsNotNull ? $"not null {said.NullConflict}".Trim() : said.NullConflict;
        return new(column.Name, SqliteColumnType.Spell(column.Type), IsNullable: !column.IsNotNull && !isKey)
        {
            Default = said.Default,
            Generation = said.Expression is not null ? Generation.Computed : isNumber ? Generation.Identity : Generation.None,
            Expression = said.Expression,
            IsStored = column.Hidden == 3,
            Collation = said.Collation is null or "binary" ? null : said.Collation,
            Clauses = clauses.Length == 0 ? null : clauses,
        };
    }

    private ReferenceModel? Parent(SqliteKeyText key)
    {
        if (key.Parent is null)
        {
            return null;
        }

        var parent = names.GetValueOrDefault(key.Parent, key.Parent);
        var columns = tables[parent].ToList();
        var meant = key.ParentColumns.Count > 0
            ? key.ParentColumns.Select(name => columns.Find(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? name)
            : columns.Where(column => column.KeyIndex > 0).OrderBy(column => column.KeyIndex).Select(column => column.Name);
        return new(new(ObjectKind.Table, parent), [.. meant]) { OnDelete = key.OnDelete, OnUpdate = key.OnUpdate, Deferral = key.Deferral };
    }
}
