using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Compares the contracts of an assembly with a database that its migrations have made.</summary>
internal static class ContractCheck
{
    /// <summary>Compares every table and prepares every statement.</summary>
    /// <param name="contracts">The contracts.</param>
    /// <param name="database">The database; its tables need no rows.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>All that does not fit, by place; empty where all is well.</returns>
    public static async Task<IReadOnlyList<DowelError>> RunAsync(
        IReadOnlyList<RepositoryContract> contracts, IContractDatabase database, CancellationToken cancellationToken)
    {
        var model = await database.ReadModelAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<DowelError>();
        foreach (var contract in contracts)
        {
            var ofTable = contract.Table is { } table ? new TableCheck(table, model, database.Fits).Find().ToList() : [];
            found.AddRange(ofTable);
            foreach (var statement in contract.Statements)
            {
                // What was generated of a record is as wrong as the record, and the record has been told.
                if (database.TextOf(statement) is { } text && (ofTable.Count == 0 || text.Map.Count > 0))
                {
                    var description = await database.DescribeAsync(statement, model, cancellationToken).ConfigureAwait(false);
                    var errors = new StatementErrors(contract.Repository, statement, text, database.Engine);
                    found.AddRange(new StatementCheck(statement, description, errors).Find(model));
                }
            }
        }

        return found;
    }

    /// <summary>Puts the findings of several engines together: what is the same on two is told once.</summary>
    public static IReadOnlyList<DowelError> Merge(IEnumerable<DowelError> findings) =>
    [
        .. findings.Distinct()
            .OrderBy(finding => finding.Location?.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location?.Line)
            .ThenBy(finding => finding.Location?.Column),
    ];
}
