namespace Dowel.Data;

/// <summary>A partial method that deletes rows of the repository's table: those of the owner where rows have owners.</summary>
/// <remarks>The condition is a fragment of SQL, whole by itself; parameters and optional parts are written as in <see cref="QueryAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeleteAttribute : Attribute
{
    /// <summary>Which rows are deleted: <c>id = @id</c>.</summary>
    public required string Where { get; init; }
}
