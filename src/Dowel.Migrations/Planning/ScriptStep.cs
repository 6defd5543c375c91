namespace Dowel.Migrations;

/// <summary>The statements that run, fail and resume together.</summary>
/// <param name="Kind">How they run.</param>
/// <param name="First">The first statement's index in the script, from 0.</param>
/// <param name="Count">How many there are, at least one.</param>
public readonly record struct ScriptStep(StepKind Kind, int First, int Count)
{
    /// <summary>The index of the script's <c>begin</c> that an earlier step was opened with and <c>commit and chain</c> has this one repeat; null where the step has its own.</summary>
    public int? Opener { get; init; }

    /// <summary>The index behind the last statement.</summary>
    public int End => First + Count;
}
