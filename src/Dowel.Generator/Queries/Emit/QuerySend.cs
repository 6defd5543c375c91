namespace Dowel.Generator;

/// <summary>One thing that a method sends: a statement, in as many texts as its fragments have combinations, with its values.</summary>
/// <param name="Field">The field that holds the statements.</param>
/// <param name="Statements">The statements.</param>
/// <param name="Command">The struct that carries the values.</param>
internal sealed record QuerySend(string Field, IReadOnlyList<StatementModel> Statements, QueryCommand Command);
