namespace Dowel.Schema;

/// <summary>What a plan asks of others, as lines for people. Pure.</summary>
internal static class HazardText
{
    private const int StatementMax = 100;

    /// <summary>The lines: each hazard under its statement, then what is locked for a moment.</summary>
    public static IEnumerable<string> Of(HazardReport report)
    {
        foreach (var same in report.Hazards.GroupBy(hazard => hazard.Statement))
        {
            var indent = same.Key is null ? "" : "  ";
            foreach (var line in (same.Key is null ? [] : new[] { Short(same.Key) }).Concat(same.SelectMany(Of).Select(line => indent + line)))
            {
                yield return line;
            }
        }

        if (report.Brief.Count > 0)
        {
            yield return $"locked for a moment: {string.Join("; ", report.Brief.GroupBy(table => table.Lock).OrderByDescending(group => group.Key).Select(group => Locked(group, group.Key)))}";
        }

        if (report.Unmeasured is not null)
        {
            yield return $"what it locks was not measured: {report.Unmeasured}";
        }
    }

    /// <summary>A lock as the server's manual calls it.</summary>
    public static string Of(TableLock mode) =>
        string.Concat(mode.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $" {letter}" : $"{letter}")).ToLowerInvariant();

    /// <summary>Who waits for a lock.</summary>
    public static string Waiting(TableLock mode) => mode == TableLock.AccessExclusive ? "readers and writers wait" : mode >= TableLock.Share ? "writers wait" : "nobody waits";

    private static IEnumerable<string> Of(Hazard hazard)
    {
        yield return $"{hazard.What}{(hazard.Lock >= TableLock.Share ? $" under {Of(hazard.Lock)}; {Waiting(hazard.Lock)}" : "")}";
        foreach (var group in hazard.Others.GroupBy(other => other.Lock).OrderByDescending(group => group.Key))
        {
            yield return $"meanwhile {Locked(group, group.Key)}; {Waiting(group.Key)}";
        }

        if (hazard.Advice is not null)
        {
            yield return $"safer: {hazard.Advice}";
        }
    }

    private static string Locked(IEnumerable<TableTrace> tables, TableLock mode) => $"{string.Join(", ", tables.Select(table => table.Table))} under {Of(mode)}";

    private static string Short(string statement)
    {
        var line = string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= StatementMax ? line : line[..(StatementMax - 1)].TrimEnd() + "…";
    }
}
