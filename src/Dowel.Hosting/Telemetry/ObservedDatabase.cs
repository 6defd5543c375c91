using System.Diagnostics;
using Dowel.Data;

namespace Dowel.Hosting;

/// <summary>A service's database with somebody who may watch its statements.</summary>
/// <param name="inner">The engine's own.</param>
/// <param name="observer">Watches.</param>
internal sealed class ObservedDatabase(Database inner, StatementObserver observer) : Database, IDisposable
{
    private readonly ObservedCalls _calls = new(inner, observer);
    private readonly Session? _standby =
        inner.Standby is Database standby && standby != inner ? new ObservedDatabase(standby, observer) : null;

    /// <inheritdoc/>
    public override DatabaseEngine Engine => inner.Engine;

    /// <inheritdoc/>
    public override string DisplayName => inner.DisplayName;

    /// <inheritdoc/>
    public override IReadOnlyList<PoolUsage> Pools => inner.Pools;

    /// <inheritdoc/>
    public override Session Standby => _standby ?? this;

    /// <summary>What a measurement of one of its pools is marked with.</summary>
    public TagList PoolTags(string pool) => new([.. observer.Tags, new("db.client.connection.pool.name", pool)]);

    /// <inheritdoc/>
    /// <remarks>Where nobody watches when it begins, nobody watches the transaction.</remarks>
    public override ValueTask<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        observer.IsWatching ? BeginObservedAsync(options, cancellationToken) : inner.BeginAsync(options, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TimeSpan> PingAsync(CancellationToken cancellationToken = default) => inner.PingAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken = default) => inner.ReadFactsAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask RequireRowSecurityAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default) =>
        inner.RequireRowSecurityAsync(tables, cancellationToken);

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

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <inheritdoc/>
    /// <remarks>A container that is disposed of synchronously refuses what it cannot dispose of so.</remarks>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask<Transaction> BeginObservedAsync(TransactionOptions? options, CancellationToken cancellationToken)
    {
        var transaction = await observer.ObserveAsync(
            "begin", (inner, options, cancellationToken), static call => call.inner.BeginAsync(call.options, call.cancellationToken)).ConfigureAwait(false);
        return new ObservedTransaction(transaction, observer);
    }
}
