namespace Dowel.Generator;

/// <summary>One thing that a method sends: a statement, in as many texts as its fragments have combinations, with its values.</summary>
/// <param name="Statements">The statements, all in one field.</param>
/// <param name="Command">The struct that carries the values.</param>
internal sealed record QuerySend(IReadOnlyList<StatementModel> Statements, QueryCommand Command);
