namespace Dowel.Data;

/// <summary>Where repositories send their statements: a <see cref="Database"/>, or a <see cref="Transaction"/> on one.</summary>
/// <remarks>
/// Every method throws a <see cref="DatabaseException"/> where the database refuses, <see cref="ArgumentException"/> where a value cannot be
/// stored, and <see cref="OperationCanceledException"/> once the token is cancelled; the statement is then stopped in the engine, not
/// merely waited for no longer.
/// </remarks>
public abstract class Session
{
    /// <summary>Engines are Dowel's own.</summary>
    protected Session()
    {
    }

    /// <summary>The engine.</summary>
    public abstract DatabaseEngine Engine { get; }

    /// <summary>Runs a statement.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="command">Statement and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many rows it inserted, changed or deleted.</returns>
    public abstract ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, ICommand;

    /// <summary>Runs a statement for each item: all of them, or none.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="command">Statement and shared values.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// How many rows were inserted, changed or deleted. Rows that went by PostgreSQL's <c>copy</c> all count, also those that a trigger of
    /// the table left out: the driver does not tell.
    /// </returns>
    public abstract ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default)
        where TCommand : struct, IManyCommand<TItem>;

    /// <summary>Inserts a row or changes the one that is there.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="command">Statements and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done.</returns>
    public abstract ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, IUpsertCommand;

    /// <summary>Reads the first row.</summary>
    /// <typeparam name="TQuery">The query.</typeparam>
    /// <typeparam name="TResult">What a row becomes.</typeparam>
    /// <param name="query">Statement and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the row became, or the type's default where there is none.</returns>
    public abstract ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult>;

    /// <summary>Reads the one row that there is sure to be.</summary>
    /// <typeparam name="TQuery">The query.</typeparam>
    /// <typeparam name="TResult">What a row becomes.</typeparam>
    /// <param name="query">Statement and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the row became.</returns>
    /// <exception cref="NoRowException">There is none.</exception>
    public abstract ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult>;

    /// <summary>Reads all rows.</summary>
    /// <typeparam name="TQuery">The query.</typeparam>
    /// <typeparam name="TResult">What a row becomes.</typeparam>
    /// <param name="query">Statement and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the rows became, in their order.</returns>
    public abstract ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult>;

    /// <summary>Reads rows one by one, as they are asked for.</summary>
    /// <typeparam name="TQuery">The query.</typeparam>
    /// <typeparam name="TResult">What a row becomes.</typeparam>
    /// <param name="query">Statement and values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the rows become; a connection is held from the first to the last.</returns>
    public abstract IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult>;

    /// <summary>Runs work in a transaction: on a database in one of its own, in a transaction behind a savepoint.</summary>
    /// <typeparam name="TResult">What the work gives.</typeparam>
    /// <param name="work">
    /// The work; it may run several times on a database, so what it does beside its transaction must bear repetition.
    /// </param>
    /// <param name="options">Isolation and limits; null for the defaults. A savepoint has none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the work gave, once all of it is committed.</returns>
    public abstract Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Runs work in a transaction: on a database in one of its own, in a transaction behind a savepoint.</summary>
    /// <param name="work">
    /// The work; it may run several times on a database, so what it does beside its transaction must bear repetition.
    /// </param>
    /// <param name="options">Isolation and limits; null for the defaults. A savepoint has none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When all of it is committed.</returns>
    public Task TransactAsync(
        Func<Transaction, CancellationToken, Task> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return TransactAsync(
            async (transaction, token) =>
            {
                await work(transaction, token).ConfigureAwait(false);
                return true;
            },
            options,
            cancellationToken);
    }
}
