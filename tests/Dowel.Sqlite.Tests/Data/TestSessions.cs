using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

internal static class TestSessions
{
    public static ValueTask<long> RunAsync(this Session session, string sql, params object?[] values) =>
        session.ExecuteAsync(new TestCommand(sql, values), TestContext.Current.CancellationToken);

    public static ValueTask<T> AskAsync<T>(this Session session, string sql, params object?[] values) =>
        session.SingleAsync<TestQuery<T>, T>(new(sql, values), TestContext.Current.CancellationToken);

    public static ValueTask<List<T>> ListAsync<T>(this Session session, string sql, params object?[] values) =>
        session.ListAsync<TestQuery<T>, T>(new(sql, values), TestContext.Current.CancellationToken);
}
