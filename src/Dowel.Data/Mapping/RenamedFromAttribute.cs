namespace Dowel.Data;

/// <summary>The table of a record, or the column of a property, was called something else before; the next migration renames it and keeps its values.</summary>
/// <param name="name">The old name as the database has it.</param>
/// <remarks>It can stay where it is: once nothing has the old name, it says nothing.</remarks>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RenamedFromAttribute(string name) : Attribute
{
    /// <summary>The old name.</summary>
    public string Name { get; } = name;
}
