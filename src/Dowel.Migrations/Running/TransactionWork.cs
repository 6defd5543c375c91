using System.Collections.Frozen;

namespace Dowel.Migrations;

/// <summary>What commits together.</summary>
public sealed record TransactionWork
{
    /// <summary>What is written to history and journal before the first statement, so that a rival is found out before anything is done.</summary>
    public HistoryChanges Before { get; init; } = HistoryChanges.None;

    /// <summary>The statements in order.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>What is written to history and journal behind the last statement, whatever role and path it has set.</summary>
    public HistoryChanges After { get; init; } = HistoryChanges.None;

    /// <summary>The indexes of statements before which the session is made clean again, since another script begins there.</summary>
    public IReadOnlySet<int> SessionResets { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Whether the first statement is the script's own <c>begin</c> and the last one its end.</summary>
    public bool OwnTransaction { get; init; }
}
