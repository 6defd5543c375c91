using System.Data.Common;
using Dowel.Data;

namespace Dowel.Hosting;

/// <summary>A transaction whose statements are watched.</summary>
/// <param name="inner">The engine's own.</param>
/// <param name="observer">Watches.</param>
internal sealed class ObservedTransaction(Transaction inner, StatementObserver observer) : Transaction
{
    private readonly ObservedCalls _calls = new(inner, observer);

    /// <inheritdoc/>
    public override DatabaseEngine Engine => inner.Engine;

    /// <inheritdoc/>
    public override DbConnection Connection => inner.Connection;

    /// <inheritdoc/>
    public override DbTransaction DbTransaction => inner.DbTransaction;

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken = default) => await observer.ObserveAsync(
        "commit",
        (inner, cancellationToken),
        static async call =>
        {
            await call.inner.CommitAsync(call.cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);

    /// <inheritdoc/>
    public override ValueTask RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <inheritdoc/>
    public override Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return inner.TransactAsync((_, token) => work(this, token), options, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        _calls.ExecuteAsync(command, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default) =>
        _calls.ExecuteManyAsync(command, items, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        _calls.UpsertAsync(command, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TResult : default => _calls.FirstOrDefaultAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _calls.SingleAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _calls.ListAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _calls.StreamAsync<TQuery, TResult>(query, cancellationToken);
}
