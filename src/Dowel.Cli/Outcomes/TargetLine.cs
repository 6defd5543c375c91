using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What became of one of many databases, for a line of its own. Pure.</summary>
/// <param name="Result">The result.</param>
/// <param name="Outcome">The same as the object of <c>up</c>.</param>
internal sealed record TargetLine(TargetResult Result, ScriptsOutcome Outcome)
{
    /// <summary>The line for people.</summary>
    public string Text => $"{Result.Target}: {Sentence}";

    /// <summary>The outcome with the target's name in its errors and warnings.</summary>
    public ScriptsOutcome Named => Outcome with
    {
        Failure = Outcome.Failure is { } failure ? failure with { Errors = [.. failure.Errors.Select(Name)] } : null,
        Warnings = [.. Outcome.Warnings.Select(Name)],
    };

    private string Sentence => this switch
    {
        { Result.IsInterrupted: true } => $"interrupted; {Outcome.Applied} applied{Took}",
        { Result.Plan: { Refusals.Count: 0 } plan } => Planned(plan.Pending),
        { Result.Plan: not null } => "would be refused",
        { Outcome.Failure: not null } => $"failed; {Outcome.Applied} applied{Took}",
        _ => $"{Outcome.Applied} applied, {Outcome.Pending} pending; {RunText.Position(Outcome)}{Took}",
    };

    private string Took => $" ({Wording.Of(Outcome.Elapsed)})";

    private string Planned(IReadOnlyList<PreparedScript> pending) => pending.Count switch
    {
        0 => $"nothing pending; {RunText.Position(Outcome)}",
        1 => $"1 pending: {pending[0].Script.Name}; {RunText.Position(Outcome)}",
        var count => $"{count} pending: {pending[0].Script.Name} to {pending[^1].Script.Name}; {RunText.Position(Outcome)}",
    };

    private DowelError Name(DowelError error) => error.Problem.Contains(Result.Target, StringComparison.Ordinal)
        ? error
        : error with { Problem = $"{Result.Target}: {error.Problem}" };

    /// <summary>Takes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="whole">What holds for all targets: engine, layout, schema.</param>
    public static TargetLine Of(TargetResult result, ScriptsOutcome whole)
    {
        var outcome = FailureOf(result) is { } failure
            ? ScriptsOutcome.Failed(failure) with { Rows = result.Applied }
            : result.Run is { } run
                ? ScriptsOutcome.Of(run, RunText.Up)
                : new() { Statuses = result.Plan!.Scripts, Warnings = result.Plan.Warnings };
        return new(result, outcome with
        {
            Target = result.Target,
            Database = whole.Database,
            Schema = whole.Schema,
            Layout = whole.Layout,
            Elapsed = result.Elapsed,
        });
    }

    private static Failure? FailureOf(TargetResult result) => result switch
    {
        { IsInterrupted: true } => new([CommandLineErrors.TargetInterrupted(result.Target)], ExitCodes.Interrupted),
        { Failure: { } failure } => Cli.Failure.Of(failure),
        { Plan: { Refusals.Count: > 0 } plan } => new(plan.Refusals, ExitCodes.Refused) { Scripts = plan.Scripts },
        _ => null,
    };
}
