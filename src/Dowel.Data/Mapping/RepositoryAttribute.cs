namespace Dowel.Data;

/// <summary>A partial class is the repository of a record's table; its interface and its methods are generated.</summary>
/// <typeparam name="TRecord">A record with a <see cref="TableAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RepositoryAttribute<TRecord> : Attribute
{
    /// <summary>The properties of the unique key that an upsert goes by; empty for the primary key.</summary>
    public string[] Upsert { get; init; } = [];

    /// <summary>A condition in SQL under which an upsert may change the row that is there; it sees the new values as <c>excluded</c>.</summary>
    public string? UpsertWhere { get; init; }

    /// <summary>The properties that lists are ordered by, a falling one with <c>-</c> before its name; the key comes last. Empty for the key alone.</summary>
    public string[] OrderBy { get; init; } = [];
}
