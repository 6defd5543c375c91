namespace Dowel.Data;

/// <summary>A record is a row of this table.</summary>
/// <param name="name">The table's name as the database has it, without a schema.</param>
/// <remarks>
/// A property is a column of its own name in snake case (<c>LastLoginAt</c>: <c>last_login_at</c>); <see cref="ColumnAttribute"/> says
/// otherwise. Attributes on a positional record's parameters mean its properties.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TableAttribute(string name) : Attribute
{
    /// <summary>The table's name.</summary>
    public string Name { get; } = name;
}
