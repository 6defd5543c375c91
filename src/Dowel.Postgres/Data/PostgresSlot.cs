using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>The commands of one statement: as many as were ever needed at once.</summary>
internal sealed class PostgresSlot(Statement statement)
{
    private readonly Lock _lock = new();
    private readonly List<PostgresCall> _all = [];
    private PostgresCall? _free;

    /// <summary>The statement.</summary>
    public Statement Statement { get; } = statement;

    /// <summary>Whether it only reads, as its first word says; <c>with</c> may write.</summary>
    public bool IsRead { get; } = new PostgresCursor(statement.Postgres).TakeOneOf("select", "values", "table");

    /// <summary>What the statement does when it stands alone.</summary>
    public PostgresStage Stage => IsRead ? PostgresStage.Reading : PostgresStage.Writing;

    /// <summary>Whether its items have arrays, and so go by copy alone.</summary>
    public bool HasLists { get; set; }

    /// <summary>Takes a free command, or makes one.</summary>
    public PostgresCall Rent(PostgresCallPool pool)
    {
        lock (_lock)
        {
            if (_free is { } call)
            {
                _free = call.Next;
                return call;
            }

            call = pool.Create(this);
            _all.Add(call);
            return call;
        }
    }

    /// <summary>Takes a command back.</summary>
    public void Return(PostgresCall call)
    {
        call.Reset();
        lock (_lock)
        {
            call.Next = _free;
            _free = call;
        }
    }

    /// <summary>Stops what runs.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            _all.ForEach(call => call.Cancel());
        }
    }
}
