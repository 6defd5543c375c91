namespace Dowel.Data;

/// <summary>What the rows that are there get in a column that is new, or that can be null no longer.</summary>
/// <remarks>An expression in SQL over the row's other columns, such as <c>lower(email)</c> or a query in parentheses.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BackfillAttribute : Attribute
{
    /// <summary>SQL is in the other properties.</summary>
    public BackfillAttribute()
    {
    }

    /// <summary>SQL for both engines.</summary>
    /// <param name="sql">One expression.</param>
    public BackfillAttribute(string sql) => Sql = sql;

    /// <summary>The expression for engines that have none of their own.</summary>
    public string? Sql { get; }

    /// <summary>The expression for SQLite.</summary>
    public string? Sqlite { get; init; }

    /// <summary>The expression for PostgreSQL.</summary>
    public string? Postgres { get; init; }
}
