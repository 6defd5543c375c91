namespace Dowel.Data;

/// <summary>Result columns of a query that are never null although the engine cannot tell.</summary>
/// <param name="columns">Their names.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeverNullAttribute(params string[] columns) : Attribute
{
    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;
}
