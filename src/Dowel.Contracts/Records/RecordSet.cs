using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>The tables that the records of an assembly are rows of, each once.</summary>
/// <param name="Tables">The tables in the order of their names.</param>
/// <param name="Errors">Where two records of one table contradict each other; the first counts then.</param>
internal sealed record RecordSet(IReadOnlyList<ContractTable> Tables, IReadOnlyList<DowelError> Errors)
{
    /// <summary>Puts together what several repositories say of their tables.</summary>
    public static RecordSet Of(IEnumerable<RepositoryContract> contracts)
    {
        var errors = new List<DowelError>();
        var tables = contracts.Select(contract => contract.Table).OfType<ContractTable>()
            .GroupBy(table => table.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((first, second) => new RecordMerge(first, second, errors).Merge()));
        return new([.. tables], errors);
    }
}
