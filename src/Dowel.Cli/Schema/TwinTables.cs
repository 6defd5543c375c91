using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>New tables of records that are, column for column, what a table was that no record is a row of any more. Pure.</summary>
/// <remarks>The old one is kept and nothing is lost, so the plan refuses nothing; but whoever gives a record another table most often means the rows too.</remarks>
/// <param name="plan">The plan.</param>
/// <param name="unrecorded">The tables that no record is a row of.</param>
internal sealed class TwinTables(SchemaPlan plan, IReadOnlyCollection<string> unrecorded)
{
    private readonly List<(TableModel Old, TableModel New)> _pairs =
    [
        .. from old in plan.After.Tables
           where old.Kind == TableKind.Table && unrecorded.Contains(old.Key.Path)
           from made in plan.Changes.OfType<CreateTable>()
           where ColumnDifferences.LookAlike(old, made.Table)
           select (old, made.Table),
    ];

    /// <summary>What allows each.</summary>
    public IEnumerable<string> Words => _pairs.Select(pair => WordOf(pair.New));

    /// <summary>Those that nobody has allowed.</summary>
    /// <param name="allowed">The words of <c>--allow</c>.</param>
    public IEnumerable<DowelError> Refusals(IReadOnlyCollection<string> allowed) =>
        _pairs.Where(pair => !allowed.Contains(WordOf(pair.New))).Select(pair => SchemaErrors.Twin(pair.Old.Key, pair.New.Key, WordOf(pair.New)));

    private static string WordOf(TableModel table) => $"create-table:{table.Key.Path}";
}
