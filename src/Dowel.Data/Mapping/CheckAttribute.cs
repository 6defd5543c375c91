namespace Dowel.Data;

/// <summary>A condition that every row meets: on a property or on a record, over any of its columns.</summary>
/// <remarks>A column that is null meets it unless it says otherwise. With a text for one engine alone, the other has no such check.</remarks>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class CheckAttribute : Attribute
{
    /// <summary>SQL is in the other properties.</summary>
    public CheckAttribute()
    {
    }

    /// <summary>SQL for both engines.</summary>
    /// <param name="sql">One condition over the row's columns.</param>
    public CheckAttribute(string sql) => Sql = sql;

    /// <summary>The condition for engines that have none of their own.</summary>
    public string? Sql { get; }

    /// <summary>The condition for SQLite.</summary>
    public string? Sqlite { get; init; }

    /// <summary>The condition for PostgreSQL.</summary>
    public string? Postgres { get; init; }

    /// <summary>The constraint's name; null for one made of table and column.</summary>
    public string? Name { get; init; }
}
