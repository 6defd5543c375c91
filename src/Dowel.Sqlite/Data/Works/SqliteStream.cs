using Dowel.Data;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Reads rows one by one; the connection takes a turn for each.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TResult">What a row becomes.</typeparam>
/// <param name="link">The connection; nothing else runs on it before the stream is closed.</param>
/// <param name="query">Statement and values.</param>
internal sealed class SqliteStream<TQuery, TResult>(SqliteLink link, TQuery query)
    where TQuery : struct, IQuery<TResult>
{
    private readonly TQuery _query = query;
    private PreparedStatement? _prepared;
    private volatile bool _isStarted;
    private volatile bool _isClosed;

    /// <summary>The row that the stream is at.</summary>
    public TResult Current { get; private set; } = default!;

    /// <summary>Goes on to the next row.</summary>
    /// <returns>False at the end.</returns>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        link.RunAsync<Next, bool>(new(this), cancellationToken);

    /// <summary>Ends the stream, read to its end or not; a second time does nothing.</summary>
    public void Close()
    {
        _isClosed = true;
        if (_isStarted)
        {
            link.Settle(engine =>
            {
                if (_prepared is { } prepared)
                {
                    _prepared = null;
                    engine.Close(prepared);
                }
            });
        }
    }

    private int MoveNext(SqliteEngine engine, out bool hasRow)
    {
        hasRow = false;
        if (_isClosed)
        {
            throw new InvalidOperationException("The transaction of this stream has ended.");
        }

        _isStarted = true;
        var code = _prepared is null ? Start(engine) : engine.Step(_prepared);
        if (code == raw.SQLITE_ROW)
        {
            Current = TQuery.Read(new SqliteRow(_prepared!.Handle));
            hasRow = true;
            return SqliteEngine.Ok;
        }

        return code == raw.SQLITE_DONE ? SqliteEngine.Ok : code;
    }

    private int Start(SqliteEngine engine)
    {
        var code = engine.Prepare(_query.Statement, out var prepared);
        if (code != SqliteEngine.Ok)
        {
            return code;
        }

        // From here on there is something to end: one that failed and was not reset would run with its old values the next time.
        _prepared = prepared;
        engine.Bind(prepared, in _query);
        code = engine.Start(prepared);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            _prepared = null;
            engine.Close(prepared);
        }

        return code;
    }

    private readonly struct Next(SqliteStream<TQuery, TResult> stream) : ISqliteWork<bool>
    {
        public static bool KeepsValues => true;

        public Statement Statement => stream._query.Statement;

        public int Run(SqliteEngine engine, out bool result) => stream.MoveNext(engine, out result);
    }
}
