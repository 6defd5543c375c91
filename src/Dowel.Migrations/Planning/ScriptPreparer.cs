namespace Dowel.Migrations;

/// <summary>Replaces tokens, finds statements, and compares them with what the journal says. Pure.</summary>
internal static class ScriptPreparer
{
    /// <summary>Prepares one script.</summary>
    /// <param name="script">The script as loaded.</param>
    /// <param name="scope">Where its set wants tokens replaced.</param>
    /// <param name="options">The tokens and their dialect.</param>
    /// <param name="errors">Takes what is wrong with the text.</param>
    /// <returns>Null where something is wrong.</returns>
    public static PreparedScript? Prepare(
        Script script, TokenScope scope, PlanOptions options, List<DowelError> errors)
    {
        if (script.Code is not null)
        {
            return PreparedScript.OfCode(script);
        }

        var expanded = TokenExpander.Expand(script, scope, options.Tokens, options.Dialect, errors);
        if (expanded is null)
        {
            return null;
        }

        var (statements, error) = options.Dialect.Split(expanded.Text);
        if (error is not null)
        {
            errors.Add(ScriptErrors.Unreadable(error, expanded.Locate(error.Offset)));
            return null;
        }

        if (statements.Count == 0)
        {
            errors.Add(LoadErrors.Empty(script.Path));
            return null;
        }

        var steps = ScriptSteps.Cut(statements, script.Directives, out var unclosed);
        var mode = ScriptSteps.ModeOf(statements, script.Directives);
        if (unclosed is { } begin && mode == TransactionMode.Stepwise)
        {
            errors.Add(ScriptErrors.UnclosedTransaction(expanded.Locate(statements[begin].Start)));
            return null;
        }

        return new(expanded, statements, mode, steps);
    }

    /// <summary>Finds where an unfinished script goes on.</summary>
    /// <param name="script">The script as prepared.</param>
    /// <param name="journal">The journal's rows for it.</param>
    /// <param name="errors">Takes what stands in the way: a statement that was done and then edited.</param>
    public static PreparedScript Resume(
        PreparedScript script, IReadOnlyList<JournalEntry> journal, List<DowelError> errors)
    {
        var done = journal.Where(entry => entry.State == JournalState.Done).OrderBy(entry => entry.Number).ToList();
        foreach (var entry in done)
        {
            var index = entry.Number - 1;
            if (index >= script.Statements.Count || script.Statements[index].Checksum != entry.Checksum)
            {
                var place = index < script.Statements.Count
                    ? script.Locate(script.Statements[index])
                    : new SourceLocation(script.Script.Path);
                errors.Add(ScriptErrors.ResumedScriptEdited(script.Script, entry.Number, done.Count, place));
                return script;
            }
        }

        var interrupted = journal.FirstOrDefault(entry => entry.State != JournalState.Done);
        return script with { Mode = TransactionMode.Stepwise, Done = done.Count, Interrupted = interrupted };
    }
}
