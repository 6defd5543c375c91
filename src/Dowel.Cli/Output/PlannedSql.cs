using System.Text;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Writes the SQL of a run as it will be sent, with comments that say how each part is kept whole. Pure.</summary>
/// <param name="dialect">The engine.</param>
/// <param name="history">The history table's name.</param>
/// <param name="isUndo">Whether versions are taken back.</param>
internal sealed class PlannedSql(string dialect, string history, bool isUndo)
{
    private readonly StringBuilder _text = new();

    private string Begin => dialect == DialectNames.Sqlite ? "begin immediate;" : "begin read write;";

    /// <summary>Writes scripts that run one by one, or all in one transaction.</summary>
    public string Render(IReadOnlyList<PreparedScript> scripts, RunHooks hooks, bool isAtomic)
    {
        if (isAtomic && scripts.Count > 0)
        {
            _text.AppendLine($"-- {Wording.Count(scripts.Count, "script")} in one transaction\n{Begin}");
        }

        HooksOfRun(hooks.BeforeRun, isAtomic);
        foreach (var script in scripts)
        {
            Paragraph();
            Write(script, hooks, isAtomic);
        }

        HooksOfRun(hooks.AfterRun, isAtomic);
        return isAtomic && scripts.Count > 0 ? _text.AppendLine("\ncommit;").ToString() : _text.ToString();
    }

    private void HooksOfRun(IReadOnlyList<PreparedScript> hooks, bool isAtomic)
    {
        foreach (var hook in hooks)
        {
            Paragraph();
            Hooks([hook], isWithin: isAtomic);
        }
    }

    private void Hooks(IReadOnlyList<PreparedScript> hooks, bool isWithin, string? last = null)
    {
        foreach (var hook in hooks)
        {
            _text.AppendLine($"-- {hook.Script.Path}: {Wording.Count(hook.Statements.Count, "statement")}{(isWithin ? "" : ", in a transaction of its own")}");
            Line(isWithin || hook != hooks[0] ? null : Begin);
            foreach (var statement in hook.Statements)
            {
                Statement(statement);
            }
        }

        Line(last);
        Line(isWithin || hooks.Count == 0 ? null : "commit;");
    }

    private void Write(PreparedScript script, RunHooks hooks, bool isAtomic)
    {
        var how = isAtomic ? "" : script.Mode == TransactionMode.Whole
            ? ", in one transaction"
            : $", one by one, each noted in {history}{HistoryTable.JournalSuffix}";
        _text.AppendLine($"-- {script.Script.Path}: {Wording.Count(script.Statements.Count, "statement")}{how}");
        if (script.Done > 0)
        {
            _text.AppendLine($"-- goes on where an earlier run stopped: {Wording.Count(script.Done, "statement")} done");
        }

        if (script.Mode == TransactionMode.Stepwise)
        {
            Hooks(hooks.BeforeEach, isWithin: false);
            Steps(script);
            Hooks(hooks.AfterEach, isWithin: false, Bookkeeping(script));
            return;
        }

        Line(isAtomic ? null : Begin);
        _text.AppendLine(Bookkeeping(script));
        Hooks(hooks.BeforeEach, isWithin: true);
        foreach (var statement in script.Statements)
        {
            Statement(statement);
        }

        Hooks(hooks.AfterEach, isWithin: true);
        Line(isAtomic ? null : "commit;");
    }

    private void Steps(PreparedScript script)
    {
        foreach (var step in script.Steps.Where(step => step.First >= script.Done))
        {
            if (step.Kind == StepKind.Transaction)
            {
                _text.AppendLine(Begin);
            }

            _text.AppendLine(step.Kind switch
            {
                StepKind.Outside => "-- outside a transaction: noted as started, run, noted as done",
                StepKind.OwnTransaction => "-- the script's own transaction, noted as done within",
                _ => "-- noted as done in the same transaction",
            });
            for (var i = step.First; i < step.End; i++)
            {
                Statement(script.Statements[i]);
            }

            Line(step.Kind == StepKind.Transaction ? "commit;" : null);
        }
    }

    private string Bookkeeping(PreparedScript script) => isUndo
        ? $"-- {script.Script.Name} is taken out of {history}"
        : $"-- {script.Script.Name} is written to {history}";

    // A comment at the end of a statement would swallow the semicolon.
    private void Statement(Statement statement)
    {
        var text = statement.Text;
        var lastLine = text.AsSpan(text.LastIndexOf('\n') + 1);
        _text.Append(text).AppendLine(lastLine.Contains("--", StringComparison.Ordinal) ? "\n;" : ";");
        if (statement.CopyData is not null)
        {
            _text.Append(statement.CopyText).AppendLine("\\.");
        }
    }

    private void Paragraph()
    {
        if (_text.Length > 0)
        {
            _text.AppendLine();
        }
    }

    private void Line(string? text)
    {
        if (text is not null)
        {
            _text.AppendLine(text);
        }
    }
}
