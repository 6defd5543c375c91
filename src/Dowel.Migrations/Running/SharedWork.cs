namespace Dowel.Migrations;

/// <summary>Scripts and hooks that share one transaction, and the one of them in which it failed. Pure.</summary>
internal sealed class SharedWork
{
    private readonly List<(PreparedScript Part, PreparedScript? Script, int Start)> _parts = [];
    private readonly List<WorkItem> _items = [];
    private readonly HashSet<int> _resets = [];

    /// <summary>Adds a script with the hooks around it; they share a session, which begins clean.</summary>
    public void Add(PreparedScript script, RunHooks hooks)
    {
        BeginSession();
        Put([.. hooks.BeforeEach, script, .. hooks.AfterEach], script);
    }

    /// <summary>Adds hooks, in a session that begins clean.</summary>
    /// <param name="hooks">The hooks.</param>
    /// <param name="script">The script they belong to; null where they belong to the run.</param>
    public void AddHooks(IReadOnlyList<PreparedScript> hooks, PreparedScript? script)
    {
        BeginSession();
        Put(hooks, script);
    }

    /// <summary>The transaction, with what the history is to say of it.</summary>
    /// <remarks>
    /// Rows are written first, which stops a rival. Code could commit them before its work is done, so around code they are
    /// written and taken back again, which stops a rival all the same, and written for good behind it.
    /// </remarks>
    public TransactionWork Record(HistoryChanges changes)
    {
        var work = new TransactionWork { Before = changes, Items = _items, SessionResets = _resets };
        return !work.HasCode ? work : work with
        {
            Before = new() { Applied = changes.Applied, Undone = changes.Applied },
            After = changes,
        };
    }

    /// <summary>Finds the part that a failure of the transaction belongs to; the bookkeeping's belong to the first script.</summary>
    public ScriptFailure Blame(StatementFailure failure)
    {
        var (part, script, start) = failure.Index is { } index
            ? _parts.FindLast(each => each.Start <= index)
            : _parts.Find(each => each.Part == each.Script) is { Part: not null } first ? first : _parts[0];
        return new(part, script, failure with { Index = part.Statements.Count == 0 ? null : failure.Index - start });
    }

    private void BeginSession()
    {
        if (_items.Count > 0)
        {
            _resets.Add(_items.Count);
        }
    }

    private void Put(IEnumerable<PreparedScript> parts, PreparedScript? script)
    {
        foreach (var part in parts)
        {
            _parts.Add((part, script, _items.Count));
            _items.AddRange(WorkItem.Of(part));
        }
    }
}
