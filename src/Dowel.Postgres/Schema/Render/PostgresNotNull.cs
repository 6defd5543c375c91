using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Makes a column <c>not null</c> by a check that is looked at while others write: then the server believes it and looks at no row again.</summary>
/// <remarks>PostgreSQL 18 docs, ALTER TABLE: "if a valid CHECK constraint is found which proves no NULL can exist, then the table scan is skipped".</remarks>
/// <param name="table">The table.</param>
/// <param name="column">The column.</param>
internal readonly struct PostgresNotNull(TableModel table, string column)
{
    private readonly string _table = PostgresIdentifier.Quote(table.Key);
    private readonly string _column = PostgresIdentifier.Quote(column);
    private readonly string _check = PostgresIdentifier.Quote(FreeName(table, $"{column}_given"));

    /// <summary>The check that new rows must pass.</summary>
    public string Demand => $"alter table {_table} add constraint {_check} check ({_column} is not null) not valid";

    /// <summary>Looks at the rows that are there.</summary>
    public string Validate => $"alter table {_table} validate constraint {_check}";

    /// <summary>What is to be.</summary>
    public string Set => $"alter table {_table} alter column {_column} set not null";

    /// <summary>Takes the check away.</summary>
    public string Forget => $"alter table {_table} drop constraint {_check}";

    private static string FreeName(TableModel table, string name) => table.Constraints.Any(constraint => constraint.Name == name) ? FreeName(table, $"{name}_") : name;
}
