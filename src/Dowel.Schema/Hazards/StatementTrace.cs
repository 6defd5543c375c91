namespace Dowel.Schema;

/// <summary>What an engine was seen to do for a statement.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Tables">The tables that were there before the plan and that it, or its transaction so far, has locked.</param>
internal sealed record StatementTrace(string Statement, IReadOnlyList<TableTrace> Tables);
