namespace Dowel.Schema;

/// <summary>A script that a plan needs: what can be one transaction, or statements that can be in none.</summary>
/// <param name="Statements">The statements without semicolons.</param>
internal sealed record ScriptDraft(IReadOnlyList<string> Statements)
{
    /// <summary>What sets its name apart from the plan's first script: <c>indexes</c>, <c>validate</c>; empty for the first.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether it runs in one transaction; else it gets the directive that says no.</summary>
    public bool IsTransactional { get; init; } = true;
}
