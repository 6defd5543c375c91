namespace Dowel.Migrations;

/// <summary>A migration tool whose history can be taken over: how its table looks, what its rows mean, how it makes checksums.</summary>
/// <remarks>Pure. No table is the table of two tools.</remarks>
internal abstract class MigrationTool
{
    /// <summary>Whole numbers.</summary>
    protected const ColumnKinds Number = ColumnKinds.Number;

    /// <summary>Text.</summary>
    protected const ColumnKinds Text = ColumnKinds.Text;

    /// <summary>True and false.</summary>
    protected const ColumnKinds Flag = ColumnKinds.Flag | ColumnKinds.Number;

    /// <summary>Moments.</summary>
    protected const ColumnKinds Time = ColumnKinds.Time | ColumnKinds.Text;

    /// <summary>All tools.</summary>
    public static IReadOnlyList<MigrationTool> All { get; } =
    [
        new FlywayTool(), new EvolveTool(), new DbUpTool(), new GrateTool(), new EntityFrameworkTool(), new GolangMigrateTool(),
        new GooseTool(), new DbmateTool(), new SqlxTool(), new DieselTool(), new DrizzleTool(),
    ];

    /// <summary>The name in options and output.</summary>
    public abstract string Name { get; }

    /// <summary>The name as the tool writes it.</summary>
    public abstract string Title { get; }

    /// <summary>The column, as the tool spells it, that tells the order of its rows.</summary>
    public abstract string OrderColumn { get; }

    /// <summary>The schema that the tool makes for its table alone; null where the table lies beside what the scripts make.</summary>
    public virtual string? OwnSchema => null;

    /// <summary>What to do about a script that the tool has recorded as failed.</summary>
    public virtual string WayOutOfFailure => $"Settle it with {Title}, then run 'dowel adopt' again.";

    /// <summary>What it means that no script is found for an entry.</summary>
    public virtual string WhyMissing => "It is not among the scripts";

    /// <summary>What its table's columns are; others it has none.</summary>
    protected abstract IReadOnlyList<ColumnRule> Columns { get; }

    /// <summary>The tool whose table has a shape; null for a table of the application, or of Dowel.</summary>
    public static MigrationTool? Of(TableShape table) => All.FirstOrDefault(tool => tool.Recognises(table));

    /// <summary>Whether a table may be this tool's history, whatever its name.</summary>
    public virtual bool Recognises(TableShape table) =>
        Columns.All(rule => rule.IsOptional || table.Columns.Any(rule.Fits))
        && table.Columns.All(column => Columns.Any(rule => rule.Fits(column)));

    /// <summary>Says what rows mean.</summary>
    /// <param name="table">The table; this tool's.</param>
    /// <param name="rows">All its rows, in order.</param>
    public ForeignHistory Read(TableShape table, IReadOnlyList<string?[]> rows)
    {
        var failed = new List<string>();
        var entries = Read([.. rows.Select(row => new ForeignRow(table, row))], failed).ToList();
        return new(this, table, entries) { RowCount = rows.Count, Failed = failed };
    }

    /// <summary>The script that an entry speaks of; null where there is none.</summary>
    public virtual Script? Find(ForeignEntry entry, IReadOnlyList<Script> scripts) => entry.Kind switch
    {
        ForeignEntryKind.Repeatable => scripts.FirstOrDefault(script =>
            script.Kind == ScriptKind.Repeatable && script.Description == entry.Description),
        ForeignEntryKind.BaselineScript => scripts.FirstOrDefault(script =>
            script.Kind == ScriptKind.Baseline && script.Version == entry.Version),
        _ => scripts.FirstOrDefault(script => script.Kind == ScriptKind.Versioned && script.Version == entry.Version),
    };

    /// <summary>Whether a script's text is the one that was applied; true where the tool cannot tell.</summary>
    public virtual bool IsUnchanged(Script script, ForeignEntry entry) => true;

    /// <summary>Says what rows mean.</summary>
    /// <param name="rows">All rows in order.</param>
    /// <param name="failed">Takes the names of what failed and was not settled.</param>
    protected abstract IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed);

    /// <summary>The last row for each version or name, in the order of those rows: what was tried again counts once.</summary>
    protected static IEnumerable<ForeignRow> Last(IEnumerable<ForeignRow> rows, Func<ForeignRow, string?> key) =>
        rows.Reverse().DistinctBy(key).Reverse();
}
