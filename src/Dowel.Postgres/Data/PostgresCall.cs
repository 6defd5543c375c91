using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A command for one statement, with its parameters and a connection object of its own; used by one caller at a time, again and again.</summary>
internal sealed class PostgresCall
{
    private readonly NpgsqlConnection _ownConnection;

    /// <summary>Makes a command; its connection is closed.</summary>
    /// <param name="slot">Whose it is.</param>
    /// <param name="connection">A closed connection.</param>
    /// <param name="timeout">How long the server may be silent.</param>
    public PostgresCall(PostgresSlot slot, NpgsqlConnection connection, TimeSpan timeout)
    {
        Slot = slot;
        _ownConnection = connection;
        Command = new(slot.Statement.HasRowSecurity ? PostgresGuard.NobodySql : slot.Statement.Postgres, connection) { CommandTimeout = (int)Math.Ceiling(timeout.TotalSeconds) };
        Guard = slot.Statement.HasRowSecurity ? new(slot.Statement, Command.CommandTimeout) : null;
        Parameters = Guard?.Parameters ?? new(Command.Parameters);
    }

    /// <summary>Where it goes back to.</summary>
    public PostgresSlot Slot { get; }

    /// <summary>The statement.</summary>
    public Statement Statement => Slot.Statement;

    /// <summary>Sends the statement in place of <see cref="Command"/>, which then only knows its connection; null without row security.</summary>
    public PostgresGuard? Guard { get; }

    /// <summary>The driver's command.</summary>
    public NpgsqlCommand Command { get; }

    /// <summary>Its parameters.</summary>
    public PostgresParameters Parameters { get; }

    /// <summary>The rows that are being read.</summary>
    public NpgsqlDataReader? Reader { get; private set; }

    /// <summary>The types of the rows' columns, by the server's numbers.</summary>
    public uint[] Types { get; private set; } = [];

    /// <summary>How far the work has come.</summary>
    public PostgresStage Stage { get; set; }

    /// <summary>The next free one of the same statement.</summary>
    public PostgresCall? Next { get; set; }

    /// <summary>Rents a connection of the pool.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => _ownConnection.OpenAsync(cancellationToken);

    /// <summary>Gives the connection back.</summary>
    public Task CloseAsync() => _ownConnection.CloseAsync();

    /// <summary>Makes the command ready to be prepared again where its parameters have other types than before.</summary>
    public void Settle()
    {
        if (Parameters.HasChanged)
        {
            Parameters.HasChanged = false;
            Command.CommandText = Statement.Postgres;
        }
    }

    /// <summary>Takes the rows that the server has begun to send.</summary>
    public NpgsqlDataReader Read(NpgsqlDataReader reader)
    {
        Reader = reader;
        if (Types.Length != reader.FieldCount)
        {
            Types = new uint[reader.FieldCount];
        }

        for (var i = 0; i < Types.Length; i++)
        {
            Types[i] = reader.GetDataTypeOID(i);
        }

        return reader;
    }

    /// <summary>Sends the command over a transaction's connection.</summary>
    public void Join(NpgsqlConnection connection) => Command.Connection = connection;

    /// <summary>Stops what runs.</summary>
    public void Cancel()
    {
        if (Guard is null)
        {
            Command.Cancel();
        }
        else
        {
            Guard.Cancel();
        }
    }

    /// <summary>Ends a use: no values, no rows, its own connection.</summary>
    public void Reset()
    {
        Reader = null;
        Stage = PostgresStage.Connecting;
        Parameters.Clear();
        Guard?.Clear();
        Command.Connection = _ownConnection;
    }
}
