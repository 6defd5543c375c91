namespace Dowel.Data;

/// <summary>The column's default in SQL, for rows that others insert; repositories always send a value.</summary>
/// <param name="sql">An expression that both engines read.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultAttribute(string sql) : Attribute
{
    /// <summary>The expression.</summary>
    public string Sql { get; } = sql;
}
