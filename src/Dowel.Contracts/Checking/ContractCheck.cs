using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Compares the contracts of an assembly with a database that its migrations have made.</summary>
/// <remarks>
/// Statements that may reach all owners' rows are prepared first. Then the owned tables get other names, which only statements that name
/// them in braces, and generated ones, are told: what names one in any other way is refused by the engine itself.
/// </remarks>
internal sealed class ContractCheck
{
    private readonly IReadOnlyList<RepositoryContract> _contracts;
    private readonly IContractDatabase _database;
    private readonly DatabaseModel _model;
    private readonly List<DowelError> _found = [];
    private readonly HashSet<RepositoryContract> _misfits = [];
    private HiddenTables _hidden = HiddenTables.None;

    private ContractCheck(IReadOnlyList<RepositoryContract> contracts, IContractDatabase database, DatabaseModel model) =>
        (_contracts, _database, _model) = (contracts, database, model);

    /// <summary>Compares every table and prepares every statement.</summary>
    /// <param name="contracts">The contracts.</param>
    /// <param name="database">The database; its tables need no rows, and it is of no other use afterwards.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>All that does not fit, by place; empty where all is well.</returns>
    public static async Task<IReadOnlyList<DowelError>> RunAsync(
        IReadOnlyList<RepositoryContract> contracts, IContractDatabase database, CancellationToken cancellationToken)
    {
        var model = await database.ReadModelAsync(cancellationToken).ConfigureAwait(false);
        var check = new ContractCheck(contracts, database, model);
        await check.RunAsync(cancellationToken).ConfigureAwait(false);
        return check._found;
    }

    /// <summary>Puts the findings of several engines together: what is the same on two is told once.</summary>
    public static IReadOnlyList<DowelError> Merge(IEnumerable<DowelError> findings) =>
    [
        .. findings.Distinct()
            .OrderBy(finding => finding.Location?.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location?.Line)
            .ThenBy(finding => finding.Location?.Column),
    ];

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var owned = _contracts.SelectMany(contract => contract.Owned).Distinct(StringComparer.Ordinal).ToList();
        foreach (var contract in _contracts)
        {
            CheckTable(contract, owned);
        }

        await CheckAsync(statement => statement.Unowned is not null, cancellationToken).ConfigureAwait(false);
        var tables = owned.Where(name => _model.Find(name) is { IsView: false }).ToList();
        if (tables.Count > 0)
        {
            _hidden = await _database.HideAsync(tables, _model, cancellationToken).ConfigureAwait(false);
        }

        await CheckAsync(statement => statement.Unowned is null, cancellationToken).ConfigureAwait(false);
    }

    private void CheckTable(RepositoryContract contract, List<string> owned)
    {
        if (contract.Table is not { } table)
        {
            return;
        }

        var before = _found.Count;
        _found.AddRange(new TableCheck(table, _model, _database.Fits).Find());
        if (owned.Contains(table.Name) && _model.Find(table.Name) is { IsView: true })
        {
            _found.Add(OwnershipFindings.View(table));
        }

        if (_found.Count > before)
        {
            _misfits.Add(contract);
        }
    }

    private async Task CheckAsync(Func<ContractStatement, bool> counts, CancellationToken cancellationToken)
    {
        foreach (var contract in _contracts)
        {
            foreach (var statement in contract.Statements.Where(counts))
            {
                // What was generated of a record is as wrong as the record, and the record has been told.
                if (_database.TextOf(statement) is not null && (statement.IsByHand || !_misfits.Contains(contract)))
                {
                    await CheckAsync(contract.Repository, statement, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task CheckAsync(string repository, ContractStatement statement, CancellationToken cancellationToken)
    {
        var shown = _hidden.Show(statement);
        var described = _hidden.Translate(await _database.DescribeAsync(shown, _model, cancellationToken).ConfigureAwait(false));
        var errors = new StatementErrors(repository, statement, _database.TextOf(shown)!, _database.Engine);
        if (described.Refusal is { UnknownName: { } name } refusal && _hidden.Meant(name) is { } meant)
        {
            _found.Add(errors.Bare(meant, _hidden.Names.ContainsKey(meant), refusal.Offset));
            return;
        }

        _found.AddRange(new StatementCheck(statement, described, errors).Find(_model));
        if (described.Refusal is null && _hidden.Names.Count > 0 && statement.IsByHand)
        {
            await FindShadowsAsync(statement, errors, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where the engine takes a mention by the table's own name, which no table has now, a query of the statement's own has it.
    private async Task FindShadowsAsync(ContractStatement statement, StatementErrors errors, CancellationToken cancellationToken)
    {
        var owned = OwnedText.Of(_database.TextOf(statement)!);
        for (var i = 0; i < owned.Marks.Count; i++)
        {
            if (owned.Marks[i].IsQualifier)
            {
                continue;
            }

            var mention = owned.Mention(i);
            var text = owned.With(mark => mention.Contains(mark) ? null : _hidden.Find(owned.Marks[mark].Table));
            var described = await _database.DescribeAsync(statement with { Sqlite = text, Postgres = text }, _model, cancellationToken).ConfigureAwait(false);
            if (described.Refusal is null)
            {
                _found.Add(errors.Shadowed(owned.Marks[i].Table, owned.Marks[i].Start));
            }
        }
    }
}
