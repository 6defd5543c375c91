using System.Text;

namespace Dowel.Migrations;

/// <summary>Puts a failure into words: what failed where, what had been applied, what the next run will do. Pure.</summary>
internal static class FailureReport
{
    private const int LineWidthMax = 160;

    /// <summary>Makes the exception for a script that failed.</summary>
    /// <param name="script">The script.</param>
    /// <param name="failure">The failure; its index counts the script's statements.</param>
    /// <param name="run">What the run had applied before.</param>
    /// <param name="atomic">Whether those are taken back with it.</param>
    public static ScriptFailedException Create(
        PreparedScript script, StatementFailure failure, MigrationRun run, bool atomic)
    {
        var place = Place(script, failure);
        var error = RunErrors.Failed(failure, Consequence(script, failure, run, atomic), place);
        return new(error, failure, run) { Script = script.Script, Excerpt = Excerpt(script, place) };
    }

    private static SourceLocation Place(PreparedScript script, StatementFailure failure) => failure.Index is { } index
        ? script.Source.Locate(script.Statements[index].Start + (failure.Offset ?? 0))
        : new(script.Script.Path);

    private static string Consequence(
        PreparedScript script, StatementFailure failure, MigrationRun run, bool atomic)
    {
        var name = script.Script.Name;
        var before = run.Applied.Count switch
        {
            0 => "Nothing else was applied by this run",
            1 => $"Applied by this run: {run.Applied[0].Name}",
            var count => $"Applied by this run: {count} scripts, {run.Applied[0].Name} to {run.Applied[^1].Name}",
        };
        if (atomic)
        {
            return "All scripts of this run were taken back; the next run begins with the first of them.";
        }

        if (script.Mode == TransactionMode.Stepwise && failure.Index is { } index && IsInDoubt(script, index))
        {
            return $"{before}; statement {index + 1} of {name} may have committed a part of its work, so the next run asks for 'dowel repair {name} --done' or '--redo' first.";
        }

        return script.Mode == TransactionMode.Whole
            ? $"{before}; {name} was taken back whole, and the next run begins with it."
            : $"{before}; of {name}, {Done(script, failure)} of {script.Statements.Count} statements are done, and the next run resumes at statement {Done(script, failure) + 1}.";
    }

    private static bool IsInDoubt(PreparedScript script, int index) =>
        script.Statements[index].Traits.HasFlag(StatementTraits.MayCommit)
        && script.Steps.First(step => index < step.End).Kind == StepKind.Outside;

    // A step is taken back whole, whichever of its statements failed.
    private static int Done(PreparedScript script, StatementFailure failure) => failure.Index is { } index
        ? script.Steps.First(step => index < step.End).First
        : script.Statements.Count;

    private static string Excerpt(PreparedScript script, SourceLocation place)
    {
        if (place.Line is not { } number || place.Column is not { } column)
        {
            return "";
        }

        // Tabs are kept above the caret, so that it stands under its place in any terminal.
        var runes = script.Source.OriginalLine(number).EnumerateRunes().ToArray();
        var first = Math.Max(0, column - (LineWidthMax / 2));
        var line = new StringBuilder();
        var caret = new StringBuilder();
        for (var i = first; i < runes.Length && i < first + LineWidthMax; i++)
        {
            line.Append(runes[i].ToString());
            caret.Append(i >= column - 1 ? "" : runes[i].Value == '\t' ? "\t" : " ");
        }

        var margin = $"{number} | ";
        return $"{margin}{line}{Environment.NewLine}{new string(' ', margin.Length - 2)}| {caret}^";
    }
}
