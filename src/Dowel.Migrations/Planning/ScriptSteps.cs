namespace Dowel.Migrations;

/// <summary>Finds how a script can be kept whole, and where it can be resumed. Pure.</summary>
public static class ScriptSteps
{
    private const StatementTraits EndsTransaction = StatementTraits.Commits | StatementTraits.RollsBack;

    private const StatementTraits RulesOutWhole =
        EndsTransaction | StatementTraits.Begins | StatementTraits.OutsideTransaction | StatementTraits.CommitsBeforeUse;

    /// <summary>Whether one transaction can hold the whole script.</summary>
    public static TransactionMode ModeOf(IReadOnlyList<Statement> statements, ScriptDirectives directives) =>
        directives.WithoutTransaction || statements.Any(statement => HasAny(statement.Traits, RulesOutWhole))
            ? TransactionMode.Stepwise
            : TransactionMode.Whole;

    /// <summary>Cuts a script into steps.</summary>
    /// <param name="statements">The script's statements.</param>
    /// <param name="directives">Under <c>transaction=none</c> what may end a transaction runs in none.</param>
    /// <param name="unclosed">The index of a <c>begin</c> that the script never ends, or null.</param>
    public static IReadOnlyList<ScriptStep> Cut(
        IReadOnlyList<Statement> statements, ScriptDirectives directives, out int? unclosed)
    {
        var steps = new List<ScriptStep>(statements.Count);
        unclosed = null;
        for (var i = 0; i < statements.Count;)
        {
            var step = statements[i].Traits.HasFlag(StatementTraits.Begins)
                ? OwnTransaction(statements, i)
                : new ScriptStep(KindOf(statements[i].Traits, directives), i, 1);
            if (step.Count == 0)
            {
                unclosed = i;
                return steps;
            }

            steps.Add(step);
            i = step.End;
        }

        return steps;
    }

    // `commit and chain` ends one transaction and begins the next, so only a plain end closes the step.
    private static ScriptStep OwnTransaction(IReadOnlyList<Statement> statements, int first)
    {
        for (var i = first + 1; i < statements.Count; i++)
        {
            var traits = statements[i].Traits;
            if (HasAny(traits, EndsTransaction) && !traits.HasFlag(StatementTraits.Begins))
            {
                return new(StepKind.OwnTransaction, first, i + 1 - first);
            }
        }

        return new(StepKind.OwnTransaction, first, 0);
    }

    private static StepKind KindOf(StatementTraits traits, ScriptDirectives directives) =>
        HasAny(traits, StatementTraits.OutsideTransaction | StatementTraits.ChangesSession | EndsTransaction)
        || (directives.WithoutTransaction && traits.HasFlag(StatementTraits.MayCommit))
            ? StepKind.Outside
            : StepKind.Transaction;

    private static bool HasAny(StatementTraits traits, StatementTraits wanted) => (traits & wanted) != StatementTraits.None;
}
