using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The commands of a database by their statements' numbers.</summary>
internal sealed class PostgresCallPool(NpgsqlDataSource source, TimeSpan timeout)
{
    /// <summary>The columns of the database's keys.</summary>
    public PostgresKeyColumns KeyColumns { get; } = new(source);

    private readonly Lock _lock = new();
    private PostgresSlot?[] _slots = [];

    /// <summary>Takes a command for a statement.</summary>
    public PostgresCall Rent(Statement statement)
    {
        var slots = _slots;
        var slot = statement.Number < slots.Length ? slots[statement.Number] : null;
        return (slot ?? AddSlot(statement)).Rent(this);
    }

    /// <summary>Makes a command.</summary>
    public PostgresCall Create(PostgresSlot slot) => new(slot, source.CreateConnection(), timeout);

    /// <summary>Stops all that runs.</summary>
    public void Cancel()
    {
        foreach (var slot in _slots)
        {
            slot?.Cancel();
        }
    }

    private PostgresSlot AddSlot(Statement statement)
    {
        lock (_lock)
        {
            if (statement.Number >= _slots.Length)
            {
                Array.Resize(ref _slots, Math.Max(statement.Number + 1, _slots.Length * 2));
            }

            return _slots[statement.Number] ??= new(statement);
        }
    }
}
