namespace Dowel.Cli;

/// <summary>A statement that reaches the rows of all owners, in JSON.</summary>
/// <param name="Statement">The method that sends it, with its repository.</param>
/// <param name="Reason">Why it may.</param>
internal sealed record UnownedStatement(string Statement, string Reason);
