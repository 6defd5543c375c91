namespace Dowel.Migrations;

/// <summary>A script's statements, or the first thing that kept them from being found.</summary>
/// <param name="Statements">The statements in order, empty ones left out.</param>
/// <param name="Error">What could not be read, or null.</param>
public sealed record SplitResult(IReadOnlyList<Statement> Statements, SplitError? Error = null);
