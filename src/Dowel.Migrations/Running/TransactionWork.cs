using System.Collections.Frozen;

namespace Dowel.Migrations;

/// <summary>What commits together.</summary>
public sealed record TransactionWork
{
    /// <summary>What is written to history and journal before the first item, so that a rival is found out before anything is done.</summary>
    public HistoryChanges Before { get; init; } = HistoryChanges.None;

    /// <summary>The statements and calls in order.</summary>
    public required IReadOnlyList<WorkItem> Items { get; init; }

    /// <summary>What is written to history and journal behind the last item, whatever role and path it has set.</summary>
    public HistoryChanges After { get; init; } = HistoryChanges.None;

    /// <summary>The indexes of items before which the session is made clean again, since another script begins there.</summary>
    public IReadOnlySet<int> SessionResets { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Whether the first item is the script's own <c>begin</c> and the last one its end.</summary>
    public bool OwnTransaction { get; init; }

    /// <summary>The statements among the items.</summary>
    public IEnumerable<Statement> Statements => Items.OfType<WorkItem.Send>().Select(item => item.Statement);

    /// <summary>Whether code is called, which wants the driver's own transaction.</summary>
    public bool HasCode => Items.Any(item => item is WorkItem.Call);
}
