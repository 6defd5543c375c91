using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Databases that failed in one way: the same error at the same place.</summary>
/// <param name="Error">The error as the first of them told it.</param>
/// <param name="First">The first one's name.</param>
internal sealed record FailedTargets(DowelError Error, string First)
{
    /// <summary>How many there are.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Them in words.</summary>
    public string Names => Count == 1 ? First : $"{First} and {Wording.Of(Count - 1)} more";

    /// <summary>What makes failures the same, whichever target each is of.</summary>
    public static (string Code, string Problem, SourceLocation? Place) KeyOf(DowelError error, string target) =>
        (error.Code, error.Problem.Replace($" {target} ", " ", StringComparison.Ordinal), error.Location);
}
