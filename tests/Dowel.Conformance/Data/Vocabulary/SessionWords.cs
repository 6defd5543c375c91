using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A session's methods in the words of the contracts.</summary>
internal static class SessionWords
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs a statement.</summary>
    public static ValueTask<long> DoAsync(this Session session, string sql, params object?[] values) =>
        session.ExecuteAsync(new Do(sql, values), Cancellation);

    /// <summary>The one row.</summary>
    public static ValueTask<T> OneAsync<T>(this Session session, string sql, params object?[] values) =>
        session.SingleAsync<Ask<T>, T>(new(sql, values), Cancellation);

    /// <summary>The number in the one row, with a token of the caller's.</summary>
    public static Task<long> OneWithAsync(this Session session, string sql, CancellationToken cancellationToken) =>
        session.SingleAsync<Ask<long>, long>(new(sql), cancellationToken).AsTask();

    /// <summary>The first row, if there is one.</summary>
    public static ValueTask<T?> FirstAsync<T>(this Session session, string sql, params object?[] values) =>
        session.FirstOrDefaultAsync<Ask<T>, T>(new(sql, values), Cancellation);

    /// <summary>All rows.</summary>
    public static ValueTask<List<T>> AllAsync<T>(this Session session, string sql, params object?[] values) =>
        session.ListAsync<Ask<T>, T>(new(sql, values), Cancellation);

    /// <summary>All rows, one by one.</summary>
    public static IAsyncEnumerable<T> FlowAsync<T>(this Session session, string sql, params object?[] values) =>
        session.StreamAsync<Ask<T>, T>(new(sql, values), Cancellation);

    /// <summary>Inserts values, numbered from zero.</summary>
    public static ValueTask<long> PutAsync<T>(this Session session, string table, IEnumerable<T> values, bool mayCopy = true) =>
        session.ExecuteManyAsync(
            new Put<T>(table, mayCopy), values.Select((value, i) => ((long)i, new Optional<T>(value, HasValue: true))).ToList(), Cancellation);
}
