using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>The contracts of an assembly, and what could not be read of them.</summary>
/// <param name="Contracts">One for each repository, by name.</param>
/// <param name="Errors">What is wrong with those that are left out.</param>
internal sealed record ContractSet(IReadOnlyList<RepositoryContract> Contracts, IReadOnlyList<DowelError> Errors)
{
    /// <summary>An assembly without repositories.</summary>
    public static ContractSet Empty { get; } = new([], []);

    /// <summary>Whether the assembly has no repository at all.</summary>
    public bool IsEmpty => Contracts.Count == 0 && Errors.Count == 0;

    /// <summary>All statements of all repositories.</summary>
    public IEnumerable<ContractStatement> Statements => Contracts.SelectMany(contract => contract.Statements);
}
