using System.Text;

namespace Dowel.Migrations;

/// <summary>Puts a failure into words: what failed where, what had been applied, what the next run will do. Pure.</summary>
internal static class FailureReport
{
    private const int LineWidthMax = 160;

    /// <summary>Makes the exception for a script or hook that failed.</summary>
    /// <param name="failure">What failed, and why.</param>
    /// <param name="run">What the run had applied before.</param>
    /// <param name="atomic">Whether those are taken back with it.</param>
    public static ScriptFailedException Create(ScriptFailure failure, MigrationRun run, bool atomic)
    {
        var part = failure.Part;
        var place = Place(part, failure.Failure);
        var consequence = Consequence(failure, run, atomic);
        var error = part.Script.Code is null
            ? RunErrors.Failed(failure.Failure, consequence, place)
            : CodeErrors.Failed(failure.Failure, consequence, place);
        return new(error, failure.Failure, run) { Script = part.Script, Excerpt = Excerpt(part, place) };
    }

    private static SourceLocation Place(PreparedScript script, StatementFailure failure) => failure.Index is { } index
        ? script.Source.Locate(script.Statements[index].Start + (failure.Offset ?? 0))
        : new(script.Script.Path);

    private static string Consequence(ScriptFailure failure, MigrationRun run, bool atomic)
    {
        var before = run.Applied.Count switch
        {
            0 => "Nothing else was applied by this run",
            1 => $"Applied by this run: {run.Applied[0].Name}",
            var count => $"Applied by this run: {count} scripts, {run.Applied[0].Name} to {run.Applied[^1].Name}",
        };
        return failure switch
        {
            { Failure.Kind: FailureKind.EndedTransaction } when atomic => "The next run begins with the first script of this one.",
            _ when atomic => "All scripts of this run were taken back; the next run begins with the first of them.",
            { Script: null, Part.Script.Kind: ScriptKind.AfterRun } =>
                $"{before}, and stays so; the hook runs again behind the next script that is applied.",
            { Script: null } => $"{before}; the next run begins with the hook.",
            { Failure.Kind: FailureKind.EndedTransaction, Script: { } script } => $"{before}; the next run begins with {script.Script.Name}.",
            { Script: { Mode: TransactionMode.Whole } script } =>
                $"{before}; {script.Script.Name} was taken back whole, and the next run begins with it.",
            { Script: { } script } => $"{before}; {StepwiseConsequence(script, failure)}",
        };
    }

    private static string StepwiseConsequence(PreparedScript script, ScriptFailure failure)
    {
        var name = script.Script.Name;
        var isHook = failure.Part != script;
        if (!isHook && failure.Failure.Index is { } index && IsInDoubt(script, index))
        {
            return $"statement {index + 1} of {name} may have committed a part of its work, so the next run asks for 'dowel repair {name} --done' or '--redo' first.";
        }

        var done = !isHook ? Done(script, failure.Failure)
            : failure.Part.Script.Kind == ScriptKind.BeforeEach ? script.Done
            : script.Statements.Count;
        var next = !isHook || done < script.Statements.Count ? $"resumes at statement {done + 1}" : "runs its hooks again and records it";
        return $"of {name}, {done} of {script.Statements.Count} statements are done, and the next run {next}.";
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
