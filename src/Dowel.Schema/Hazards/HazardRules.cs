namespace Dowel.Schema;

/// <summary>Tells from what was seen whom it makes wait. Pure.</summary>
/// <remarks>
/// A lock alone is no hazard, and neither is work: a hazard is work that grows with a table's rows while somebody waits for a lock. The lock may be that
/// of an earlier statement, since a transaction keeps all of them to its end.
/// </remarks>
internal static class HazardRules
{
    /// <summary>Judges the statements of a plan.</summary>
    public static HazardReport Of(IReadOnlyList<StatementTrace> traces)
    {
        var hazards = traces.SelectMany(Of).ToList();
        var told = hazards.SelectMany(hazard => hazard.Tables.Concat(hazard.Others.Select(other => other.Table))).ToHashSet(StringComparer.Ordinal);
        return new(hazards)
        {
            Brief =
            [
                .. traces.SelectMany(Blocked).Where(table => !told.Contains(table.Table)).GroupBy(table => table.Table).Select(group => group.MaxBy(table => table.Lock)!),
            ],
        };
    }

    private static IEnumerable<Hazard> Of(StatementTrace trace)
    {
        var works = Works(trace).ToList();
        var blocked = Blocked(trace).ToList();
        return from table in blocked.Count == 0 ? [] : works
               group table by (table.Lock, What: WorkOf(table), Advice: HazardAdvice.Of(table)) into same
               let tables = same.Select(table => table.Table).ToList()
               select new Hazard(trace.Statement, tables, same.Key.Lock, $"{same.Key.What} {string.Join(", ", tables)}")
               {
                   Advice = same.Key.Advice,
                   Others = [.. blocked.Where(other => works.TrueForAll(table => table.Table != other.Table))],
               };
    }

    private static IEnumerable<TableTrace> Blocked(StatementTrace trace) => trace.Tables.Where(table => table.IsBlocked);

    // What is read for the sake of other work is part of that: both tables of a reference, those of a view that is filled.
    private static IEnumerable<TableTrace> Works(StatementTrace trace)
    {
        var works = trace.Tables.Where(table => table.Work != TableWork.None).ToList();
        return works.Exists(table => table.Work != TableWork.Scans) ? works.Where(table => table.Work != TableWork.Scans)
            : works.Exists(table => table.IsBlocked) ? works.Where(table => table.IsBlocked)
            : works;
    }

    private static string WorkOf(TableTrace table) => table.Work switch
    {
        var work when work.HasFlag(TableWork.Rewrites) => table.Turn.HasFlag(TableTurn.View) ? "fills" : "rewrites",
        var work when work.HasFlag(TableWork.Verifies) && work.HasFlag(TableWork.Indexes) => "checks every row and builds an index of",
        var work when work.HasFlag(TableWork.Verifies) => "checks every row of",
        var work when work.HasFlag(TableWork.References) => "looks up every reference of",
        var work when work.HasFlag(TableWork.Indexes) => table.Turn.HasFlag(TableTurn.Reindex) ? "builds anew an index of" : "builds an index of",
        _ => "reads every row of",
    };
}
