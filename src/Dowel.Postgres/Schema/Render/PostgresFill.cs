using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Columns of one table that get values in one pass over its rows.</summary>
/// <param name="table">The table.</param>
internal sealed class PostgresFill(TableModel table)
{
    private readonly List<(ColumnModel Column, string Sql)> _columns = [];

    /// <summary>The table.</summary>
    public TableModel Table => table;

    /// <summary>The columns and what they get.</summary>
    public IReadOnlyList<(ColumnModel Column, string Sql)> Columns => _columns;

    /// <summary>Takes a column into the pass.</summary>
    /// <returns>False where it is another table's, or is made of what the pass itself gives: a statement does not see its own values.</returns>
    public bool TryAdd(TableModel of, ColumnModel column, string sql)
    {
        if (of.Key != table.Key || _columns.Exists(other => SqlText.Mentions(sql, other.Column.Name)))
        {
            return false;
        }

        _columns.Add((column, sql));
        return true;
    }
}
