using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite;

/// <summary>The driver's connection, which can be told of transactions that were begun and ended without it.</summary>
/// <remarks>
/// The driver makes its transaction object by sending <c>begin</c> and ends it by sending <c>commit</c>. Here the engine has done so already,
/// so those commands are made to do nothing. And what other code that takes part in a transaction does at its own end does not end this
/// connection, on which the engine's functions are called with its address.
/// </remarks>
internal sealed class SqliteDriverConnection(string connectionString) : SqliteConnection(connectionString)
{
    private bool _isMuted;
    private bool _isShut;

    /// <summary>Closes it.</summary>
    public void Shut()
    {
        _isShut = true;
        Dispose();
    }

    /// <summary>Does nothing: the database alone closes its connections.</summary>
    public override void Close()
    {
        if (_isShut)
        {
            base.Close();
        }
    }

    /// <summary>The driver's object for the transaction that is open.</summary>
    public SqliteTransaction ShareTransaction()
    {
        if (Transaction is null)
        {
            Mute(() => BeginTransaction(deferred: true));
        }

        return Transaction!;
    }

    /// <summary>Tells the driver that its transaction is over, if it ever knew of it.</summary>
    public void ForgetTransaction()
    {
        if (Transaction is { } transaction)
        {
            Mute(transaction.Dispose);
        }
    }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() => _isMuted ? new MutedCommand() : base.CreateCommand();

    private void Mute(Action act)
    {
        _isMuted = true;
        try
        {
            act();
        }
        finally
        {
            _isMuted = false;
        }
    }

    private sealed class MutedCommand : SqliteCommand
    {
        public override int ExecuteNonQuery() => 0;
    }
}
