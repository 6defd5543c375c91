namespace Dowel.Migrations;

/// <summary>Finds how a script can be kept whole, and where it can be resumed. Pure.</summary>
public static class ScriptSteps
{
    private const StatementTraits EndsTransaction = StatementTraits.Commits | StatementTraits.RollsBack;

    private const StatementTraits Opens = StatementTraits.Begins | StatementTraits.OpensSavepoint;

    private const StatementTraits RulesOutWhole =
        EndsTransaction | StatementTraits.Begins | StatementTraits.OutsideTransaction | StatementTraits.CommitsBeforeUse;

    /// <summary>Whether one transaction can hold the whole script.</summary>
    public static TransactionMode ModeOf(IReadOnlyList<Statement> statements, ScriptDirectives directives) =>
        directives.WithoutTransaction || statements.Any(statement => HasAny(statement.Traits, RulesOutWhole))
            ? TransactionMode.Stepwise
            : TransactionMode.Whole;

    /// <summary>The statement that keeps a script from being whole; the first one where a directive does.</summary>
    internal static Statement CulpritOf(IReadOnlyList<Statement> statements) =>
        statements.FirstOrDefault(statement => HasAny(statement.Traits, RulesOutWhole)) ?? statements[0];

    /// <summary>Cuts a script into steps.</summary>
    /// <param name="statements">The script's statements.</param>
    /// <param name="directives">Under <c>transaction=none</c> what may end a transaction runs in none.</param>
    /// <param name="unclosed">The index of a <c>begin</c> that the script never ends, or null.</param>
    public static IReadOnlyList<ScriptStep> Cut(
        IReadOnlyList<Statement> statements, ScriptDirectives directives, out int? unclosed)
    {
        var steps = new List<ScriptStep>(statements.Count);
        int? opener = null;
        unclosed = null;
        for (var i = 0; i < statements.Count;)
        {
            var step = opener is not null || HasAny(statements[i].Traits, Opens)
                ? OwnTransaction(statements, i, opener)
                : new ScriptStep(KindOf(statements[i].Traits, directives), i, 1);
            if (step.Count == 0)
            {
                unclosed = opener ?? i;
                return steps;
            }

            steps.Add(step);

            // `commit and chain` ends a transaction and begins one like it.
            var isChained = step.Kind == StepKind.OwnTransaction && HasAny(statements[step.End - 1].Traits, StatementTraits.Begins);
            opener = isChained ? opener ?? i : null;
            i = step.End;
        }

        unclosed = opener;
        return steps;
    }

    private static ScriptStep OwnTransaction(IReadOnlyList<Statement> statements, int first, int? opener)
    {
        var open = 0;
        for (var i = first; i < statements.Count; i++)
        {
            var traits = statements[i].Traits;
            open += SavepointsOpened(statements[i], statements[first]);
            var isReleased = open == 0 && HasAny(traits, StatementTraits.ReleasesSavepoint)
                && HasAny(statements[first].Traits, StatementTraits.OpensSavepoint);
            if (isReleased || HasAny(traits, EndsTransaction))
            {
                return new(StepKind.OwnTransaction, first, i + 1 - first) { Opener = opener };
            }
        }

        return new(StepKind.OwnTransaction, first, 0);
    }

    private static int SavepointsOpened(Statement statement, Statement first)
    {
        var isOpened = HasAny(statement.Traits, StatementTraits.OpensSavepoint);
        var isOfTheSameName = (isOpened || HasAny(statement.Traits, StatementTraits.ReleasesSavepoint))
            && LastWord(statement).Equals(LastWord(first), StringComparison.OrdinalIgnoreCase);
        return !isOfTheSameName ? 0 : isOpened ? 1 : -1;
    }

    private static ReadOnlySpan<char> LastWord(Statement statement)
    {
        var text = statement.Text.AsSpan().TrimEnd();
        return text[(text.LastIndexOfAny(" \t\r\n/") + 1)..].Trim("\"`[]'");
    }

    private static StepKind KindOf(StatementTraits traits, ScriptDirectives directives) =>
        HasAny(traits, StatementTraits.OutsideTransaction | StatementTraits.ChangesSession | EndsTransaction)
        || (directives.WithoutTransaction && traits.HasFlag(StatementTraits.MayCommit))
            ? StepKind.Outside
            : StepKind.Transaction;

    private static bool HasAny(StatementTraits traits, StatementTraits wanted) => (traits & wanted) != StatementTraits.None;
}
