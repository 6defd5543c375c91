namespace Dowel.Migrations;

/// <summary>A script with its tokens replaced and its statements found, ready to run.</summary>
/// <param name="Source">The text that runs, and the way back to the file's lines.</param>
/// <param name="Statements">Its statements, at least one; none where the script is a class.</param>
/// <param name="Mode">How it is kept whole.</param>
/// <param name="Steps">Where it can be resumed, if it runs stepwise.</param>
public sealed record PreparedScript(
    ExpandedScript Source,
    IReadOnlyList<Statement> Statements,
    TransactionMode Mode,
    IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>The script as loaded.</summary>
    public Script Script => Source.Script;

    /// <summary>How many leading statements an earlier run has done.</summary>
    public int Done { get; init; }

    /// <summary>The row that the journal holds for the statement behind the done ones, left by a run that did not end well; null where there is none.</summary>
    public JournalEntry? Interrupted { get; init; }

    /// <summary>A class, which runs whole.</summary>
    internal static PreparedScript OfCode(Script script) => new(new(script, script.Text, []), [], TransactionMode.Whole, []);

    /// <summary>The same with each statement by itself.</summary>
    internal PreparedScript InSteps() => this with
    {
        Mode = TransactionMode.Stepwise,
        Steps = [.. Enumerable.Range(0, Statements.Count).Select(index => new ScriptStep(StepKind.Outside, index, 1))],
    };

    /// <summary>The journal's rows for some of the statements.</summary>
    public IReadOnlyList<JournalEntry> Entries(ScriptStep step, JournalState state) =>
    [
        .. Enumerable.Range(step.First, step.Count).Select(index => new JournalEntry(
            Script.Kind, Script.Id, index + 1, Statements[index].Checksum, state)),
    ];

    /// <summary>Where a statement stands in the file.</summary>
    public SourceLocation Locate(Statement statement) => Source.Locate(statement.Start);
}
