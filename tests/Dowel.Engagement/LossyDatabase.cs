using Dowel.Data;

namespace Dowel.Engagement;

/// <summary>A database whose next write is kept and whose answer is lost.</summary>
internal sealed class LossyDatabase(Database database) : Database
{
    private bool _loses;

    public override DatabaseEngine Engine => database.Engine;

    public override string DisplayName => database.DisplayName;

    /// <summary>Loses the answer of the next write.</summary>
    public void LoseNext() => _loses = true;

    public override ValueTask<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        database.BeginAsync(options, cancellationToken);

    public override ValueTask<TimeSpan> PingAsync(CancellationToken cancellationToken = default) => database.PingAsync(cancellationToken);

    public override ValueTask<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken = default) => database.ReadFactsAsync(cancellationToken);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        database.ExecuteAsync(command, cancellationToken);

    public override ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default) => database.ExecuteManyAsync(command, items, cancellationToken);

    public override ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        database.UpsertAsync(command, cancellationToken);

    public override async ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TResult : default
    {
        var result = await database.FirstOrDefaultAsync<TQuery, TResult>(query, cancellationToken);
        return query.Statement.Name.EndsWith(".GrantAsync", StringComparison.Ordinal) ? Lose(result) : result;
    }

    public override ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        database.SingleAsync<TQuery, TResult>(query, cancellationToken);

    public override ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        database.ListAsync<TQuery, TResult>(query, cancellationToken);

    public override IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        database.StreamAsync<TQuery, TResult>(query, cancellationToken);

    public override async Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        Lose(await database.TransactAsync(work, options, cancellationToken));

    private TResult Lose<TResult>(TResult result)
    {
        if (!_loses)
        {
            return result;
        }

        _loses = false;
        throw new CommitInDoubtException(statement: null);
    }
}
