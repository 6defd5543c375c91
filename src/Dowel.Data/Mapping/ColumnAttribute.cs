namespace Dowel.Data;

/// <summary>A property's column has this name.</summary>
/// <param name="name">The column's name as the database has it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;
}
