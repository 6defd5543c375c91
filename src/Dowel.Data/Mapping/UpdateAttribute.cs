namespace Dowel.Data;

/// <summary>A partial method that updates rows of the repository's table: those of the owner where rows have owners.</summary>
/// <remarks>Both parts are fragments of SQL, whole by themselves; parameters and optional parts are written as in <see cref="QueryAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpdateAttribute : Attribute
{
    /// <summary>What is changed: <c>status = @status, changed_at = @now</c>; a <see cref="VersionAttribute"/> that is not named rises by one.</summary>
    public required string Set { get; init; }

    /// <summary>Which rows are: <c>id = @id</c>.</summary>
    public required string Where { get; init; }
}
