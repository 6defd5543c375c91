using System.Diagnostics;

namespace Dowel.Data;

/// <summary>An open database: each statement runs by itself, and connections are rented as they are needed.</summary>
/// <remarks>One for a process and database, for as long as the process lives. All methods may be called from any thread.</remarks>
public abstract class Database : Session, IAsyncDisposable
{
    /// <summary>Engines are Dowel's own.</summary>
    protected Database()
    {
    }

    /// <summary>What the database is called in messages; never a secret.</summary>
    public abstract string DisplayName { get; }

    /// <summary>Where reads may go that need not see the last write: a standby where there is one, else the database itself.</summary>
    public virtual Session Standby => this;

    /// <summary>What its pools hold, to be asked now and then; nothing where the driver keeps them and has a meter of its own, as Npgsql has.</summary>
    public virtual IReadOnlyList<PoolUsage> Pools => [];

    /// <summary>Begins a transaction that the caller ends. Most work is better given to <see cref="Session.TransactAsync{TResult}"/>, which can repeat it.</summary>
    /// <param name="options">Isolation and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait for a connection or, on SQLite, for the other writers.</param>
    /// <returns>The transaction; disposing of it rolls back what is not committed.</returns>
    public abstract ValueTask<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Asks the database for a sign of life.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How long the answer took.</returns>
    /// <exception cref="DatabaseException">It does not answer.</exception>
    public abstract ValueTask<TimeSpan> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the database what it is.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Version and state.</returns>
    public abstract ValueTask<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes sure that the server keeps owners' rows apart for the role that this database is opened as; to be asked once, when a service starts.</summary>
    /// <param name="tables">The tables that must have row security, without a schema; whatever else in the search path has it must hold as well.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When the server has answered. SQLite has neither roles nor row security, and is not asked.</returns>
    /// <exception cref="RowSecurityBypassedException">
    /// The role is a superuser, has <c>bypassrls</c>, or owns a table whose row security is not forced; or a table has none.
    /// </exception>
    public virtual ValueTask RequireRowSecurityAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes all connections; what still runs is cancelled.</summary>
    /// <returns>When all are closed.</returns>
    public abstract ValueTask DisposeAsync();

    /// <summary>Looks whether the database answers and takes writes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer; a database that is away is an answer, not an exception.</returns>
    public async ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var facts = await ReadFactsAsync(cancellationToken).ConfigureAwait(false);
            return new(Stopwatch.GetElapsedTime(start), facts, Failure: null);
        }
        catch (DatabaseException failure)
        {
            return new(Stopwatch.GetElapsedTime(start), Facts: null, failure);
        }
    }

    /// <inheritdoc/>
    public override async Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        options ??= TransactionOptions.Default;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(work, options, cancellationToken).ConfigureAwait(false);
            }
            catch (DatabaseException failure) when (failure.CanRetry && attempt < options.AttemptsMax && !HasStoodInLine(failure))
            {
                await Task.Delay(TransactionOptions.PauseAfter(attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Who has stood in line for as long as anybody may does not do so again; the work may even have waited for its own transaction.
    private static bool HasStoodInLine(DatabaseException failure) => failure is DatabaseBusyException { InnerException: TimeoutException };

    private async Task<TResult> AttemptAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions options, CancellationToken cancellationToken)
    {
        var transaction = await BeginAsync(options, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await work(transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }
}
