using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>The SQL by which tables and rows that are not Dowel's are read as text.</summary>
internal static class SqliteTables
{
    /// <summary>Reads table, column and declared type, by table and place; a virtual table may need a library that is not loaded.</summary>
    public const string Columns = """
        select t.name, c.name, c.type from sqlite_master t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite\_%' escape '\' and t.sql not like 'create virtual%'
        order by t.name, c.cid
        """;

    /// <summary>Reads a table's rows in the order of a column.</summary>
    public static string RowsOf(TableShape table, string orderColumn, Dialect dialect)
    {
        var values = table.Columns.Select(column => dialect.QuoteIdentifier(column.Name)).Select(name =>
            $"case typeof({name}) when 'blob' then hex({name}) else cast({name} as text) end");
        return $"select {string.Join(", ", values)} from {dialect.QuoteIdentifier(table.Name)} order by {dialect.QuoteIdentifier(orderColumn)}";
    }
}
