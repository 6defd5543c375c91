using System.Runtime.CompilerServices;
using Dowel.Data;

namespace Dowel.Hosting;

/// <summary>Sends statements on to a session, and has them watched while anybody wants to know. Unwatched, a call costs the call and nothing else.</summary>
/// <param name="inner">The engine's own session.</param>
/// <param name="observer">Watches.</param>
internal readonly struct ObservedCalls(Session inner, StatementObserver observer)
{
    /// <inheritdoc cref="Session.ExecuteAsync"/>
    public ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, ICommand => observer.IsWatching
        ? observer.ObserveAsync(command.Statement.Name, (inner, command, cancellationToken), static call => call.inner.ExecuteAsync(call.command, call.cancellationToken))
        : inner.ExecuteAsync(command, cancellationToken);

    /// <inheritdoc cref="Session.ExecuteManyAsync"/>
    public ValueTask<long> ExecuteManyAsync<TCommand, TItem>(TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken)
        where TCommand : struct, IManyCommand<TItem> => observer.IsWatching
        ? observer.ObserveAsync(
            command.Statement.Name, (inner, command, items, cancellationToken),
            static call => call.inner.ExecuteManyAsync(call.command, call.items, call.cancellationToken), items?.Count)
        : inner.ExecuteManyAsync(command, items, cancellationToken);

    /// <inheritdoc cref="Session.UpsertAsync"/>
    public ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IUpsertCommand => observer.IsWatching
        ? observer.ObserveAsync(command.Statement.Name, (inner, command, cancellationToken), static call => call.inner.UpsertAsync(call.command, call.cancellationToken))
        : inner.UpsertAsync(command, cancellationToken);

    /// <inheritdoc cref="Session.FirstOrDefaultAsync"/>
    public ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> => observer.IsWatching
        ? observer.ObserveAsync(
            query.Statement.Name, (inner, query, cancellationToken),
            static call => call.inner.FirstOrDefaultAsync<TQuery, TResult>(call.query, call.cancellationToken))
        : inner.FirstOrDefaultAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc cref="Session.SingleAsync"/>
    public ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> => observer.IsWatching
        ? observer.ObserveAsync(
            query.Statement.Name, (inner, query, cancellationToken),
            static call => call.inner.SingleAsync<TQuery, TResult>(call.query, call.cancellationToken))
        : inner.SingleAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc cref="Session.ListAsync"/>
    public ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> => observer.IsWatching
        ? observer.ObserveAsync(
            query.Statement.Name, (inner, query, cancellationToken),
            static call => call.inner.ListAsync<TQuery, TResult>(call.query, call.cancellationToken))
        : inner.ListAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc cref="Session.StreamAsync"/>
    public IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> => observer.IsWatching
        ? WatchAsync(query.Statement.Name, inner.StreamAsync<TQuery, TResult>(query, cancellationToken), observer, cancellationToken)
        : inner.StreamAsync<TQuery, TResult>(query, cancellationToken);

    // From the first row that is asked for to the last, and what is done with them in between.
    private static async IAsyncEnumerable<TResult> WatchAsync<TResult>(
        string summary, IAsyncEnumerable<TResult> rows, StatementObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watch = observer.Start(summary);
        Exception? failure = null;
        var row = rows.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveAsync().ConfigureAwait(false))
            {
                yield return row.Current;
            }
        }
        finally
        {
            await row.DisposeAsync().ConfigureAwait(false);
            observer.End(watch, failure);
        }

        async ValueTask<bool> MoveAsync()
        {
            try
            {
                return await row.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                failure = error;
                throw;
            }
        }
    }
}
