namespace Dowel.Generator;

/// <summary>How owned tables are named, and their rows held against an owner.</summary>
/// <remarks>
/// In contracts an owned table's name stands between two marks, so that <c>dowel verify</c> can put another in its place and let every
/// mention fail that is not marked. Statements that are sent have none.
/// </remarks>
internal static class OwnerSql
{
    /// <summary>Stands before and behind the name of an owned table; no SQL has it.</summary>
    public const char Mark = '\u0001';

    /// <summary>The parameter that the owner is passed in.</summary>
    public const string Parameter = "owner";

    /// <summary>Marks an owned table's name.</summary>
    /// <param name="table">The table.</param>
    /// <returns>Its name in SQL, between marks.</returns>
    public static string Marked(string table) => $"{Mark}{SqlIdentifier.Quote(table)}{Mark}";

    /// <summary>A statement as it is sent.</summary>
    /// <param name="sql">The statement.</param>
    /// <returns>The statement without marks.</returns>
    public static string Bare(string sql) => sql.Replace($"{Mark}", "");

    /// <summary>The condition that a row is the owner's.</summary>
    /// <param name="owner">How a row's owner is found.</param>
    /// <param name="value">The row's value of the column that says so: the column, or what is to be written into it.</param>
    /// <param name="parameter">The owner.</param>
    /// <returns>The condition.</returns>
    /// <remarks>Columns of other tables are qualified: one that is not there must not be taken for one of the row's.</remarks>
    public static string Condition(OwnershipModel owner, string value, string parameter)
    {
        var condition = $" = {parameter}";
        foreach (var link in owner.Through.Reverse())
        {
            var table = Marked(link.Table);
            condition = $" in (select {table}.{SqlIdentifier.Quote(link.Key)} from {table} where {table}.{SqlIdentifier.Quote(link.Column)}{condition})";
        }

        return value + condition;
    }

    /// <summary>The owner's rows of a table, as another table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="parameter">The owner.</param>
    /// <returns>The query, in parentheses.</returns>
    public static string Rows(OwnedTableModel table, string parameter)
    {
        var name = Marked(table.Table);
        return $"(select * from {name} where {Condition(table.Owner, $"{name}.{SqlIdentifier.Quote(table.Owner.Column)}", parameter)})";
    }
}
