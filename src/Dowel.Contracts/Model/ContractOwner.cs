namespace Dowel.Contracts;

/// <summary>How a row's owner is found.</summary>
/// <param name="Column">The column that holds the owner, or the key of the first of <paramref name="Links"/>.</param>
/// <param name="Links">The tables from the row's own to the one that holds the owner; none where the row itself does.</param>
internal sealed record ContractOwner(string Column, IReadOnlyList<ContractLink> Links);
