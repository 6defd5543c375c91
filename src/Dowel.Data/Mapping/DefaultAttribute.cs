namespace Dowel.Data;

/// <summary>The column's default in SQL, for rows that others insert; repositories always send a value.</summary>
/// <remarks>With a text for one engine alone, the other has no default.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultAttribute : Attribute
{
    /// <summary>SQL is in the other properties.</summary>
    public DefaultAttribute()
    {
    }

    /// <summary>SQL for both engines.</summary>
    /// <param name="sql">One expression.</param>
    public DefaultAttribute(string sql) => Sql = sql;

    /// <summary>The expression for engines that have none of their own.</summary>
    public string? Sql { get; }

    /// <summary>The expression for SQLite.</summary>
    public string? Sqlite { get; init; }

    /// <summary>The expression for PostgreSQL.</summary>
    public string? Postgres { get; init; }
}
