using System.Data.Common;

namespace Dowel.Data;

/// <summary>A transaction on one connection.</summary>
/// <remarks>
/// One statement at a time. On either engine a statement that fails spoils all of it, unless it stands behind a savepoint
/// (<see cref="Session.TransactAsync{TResult}"/> on the transaction): what follows is refused and nothing can be committed. So does any exception
/// out of <see cref="Session.ExecuteManyAsync"/>; a value that another statement refuses, or a result that the code cannot take, spoils nothing.
/// Disposing rolls back.
/// </remarks>
public abstract class Transaction : Session, IAsyncDisposable
{
    /// <summary>Engines are Dowel's own.</summary>
    protected Transaction()
    {
    }

    /// <summary>The driver's connection, for other code that wants to take part; it must not close it or end the transaction.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The driver's transaction.</summary>
    public abstract DbTransaction DbTransaction { get; }

    /// <summary>Makes all of it last.</summary>
    /// <param name="cancellationToken">Stops it before the commit has been sent; after that the commit is waited for.</param>
    /// <returns>When the engine has confirmed it.</returns>
    /// <exception cref="TransactionSpoiledException">A statement of it has failed.</exception>
    /// <exception cref="InvalidOperationException">A statement or a stream of it is still running; the transaction is as it was.</exception>
    /// <exception cref="CommitInDoubtException">The connection was lost before the confirmation came.</exception>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken = default);

    /// <summary>Undoes all of it; after a commit that failed it does nothing, since all is undone.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When it is undone.</returns>
    public abstract ValueTask RollbackAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
