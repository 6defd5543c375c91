namespace Dowel.Contracts;

/// <summary>What one repository needs of a database.</summary>
/// <param name="Repository">The repository's full name.</param>
internal sealed record RepositoryContract(string Repository)
{
    /// <summary>The repository's table; null where it has statements alone.</summary>
    public ContractTable? Table { get; init; }

    /// <summary>The owned tables of the project, which statements name between marks alone.</summary>
    public IReadOnlyList<string> Owned { get; init; } = [];

    /// <summary>Every statement that it can send.</summary>
    public IReadOnlyList<ContractStatement> Statements { get; init; } = [];
}
