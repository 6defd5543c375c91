using System.Globalization;
using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Runs scripts on a throw-away database and writes down what each statement locks and goes through. The database is not used by others.</summary>
/// <remarks>
/// Nothing is guessed from a statement's words: what a function or a <c>do</c> block does is seen as well. Tables may be empty, since the server says
/// that it goes through one whatever it holds. A script's transaction is committed.
/// </remarks>
/// <param name="runner">The session that runs them, opened with <c>client_min_messages = debug1</c>.</param>
/// <param name="watcher">Another session, which looks at the first where that has no transaction to look from.</param>
/// <param name="own">Names of tables that do not count.</param>
internal sealed class PostgresTracer(NpgsqlConnection runner, NpgsqlConnection watcher, IReadOnlyCollection<string> own)
{
    private readonly PostgresNotices _notices = new(runner);
    private readonly PostgresSender _sender = new(runner);
    private HashSet<uint> _existing = [];
    private PostgresRelations _now = [];

    /// <summary>Runs the scripts of a plan.</summary>
    /// <param name="drafts">The scripts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SchemaStatementException">The server refuses a statement.</exception>
    public async Task<IReadOnlyList<StatementTrace>> RunAsync(IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken)
    {
        _now = await PostgresRelations.ReadAsync(runner, own, cancellationToken).ConfigureAwait(false);
        _existing = [.. _now.Keys];
        var traces = new List<StatementTrace>();
        foreach (var draft in drafts)
        {
            traces.AddRange(draft.IsTransactional
                ? await TogetherAsync(draft.Statements, cancellationToken).ConfigureAwait(false)
                : await ApartAsync(draft.Statements, cancellationToken).ConfigureAwait(false));
        }

        return traces;
    }

    private async Task<List<StatementTrace>> TogetherAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var (traces, earlier) = (new List<StatementTrace>(), new PostgresLocks());
        await SendAsync("begin", cancellationToken).ConfigureAwait(false);
        foreach (var sql in statements)
        {
            _notices.Clear();
            await SendAsync(sql, cancellationToken).ConfigureAwait(false);
            var locks = await PostgresLocks.ReadAsync(runner, runner.ProcessID, cancellationToken).ConfigureAwait(false);
            traces.Add(await ReadAsync(sql, earlier, locks, cancellationToken).ConfigureAwait(false));
            earlier = locks;
        }

        await SendAsync("commit", cancellationToken).ConfigureAwait(false);
        return traces;
    }

    private async Task<List<StatementTrace>> ApartAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var traces = new List<StatementTrace>();
        foreach (var sql in statements)
        {
            _notices.Clear();
            var watch = new PostgresLockWatch(watcher, runner.ProcessID, [.. _now.Values.Where(relation => relation.IsTable).Select(relation => relation.Path)]);
            var locks = await watch.RunAsync(() => SendAsync(sql, cancellationToken), cancellationToken).ConfigureAwait(false);

            // An index that is dropped concurrently is locked at its very end, when nobody plans with it any more.
            _now.Where(pair => pair.Value.IsIndex).ToList().ForEach(pair => locks.Remove(pair.Key));
            traces.Add(await ReadAsync(sql, [], locks, cancellationToken).ConfigureAwait(false));
        }

        return traces;
    }

    private async Task<StatementTrace> ReadAsync(string sql, PostgresLocks earlier, PostgresLocks locks, CancellationToken cancellationToken)
    {
        var before = _now;
        var referring = await ReferringAsync(cancellationToken).ConfigureAwait(false);
        _now = await PostgresRelations.ReadAsync(runner, own, cancellationToken).ConfigureAwait(false);
        return new PostgresTrace(sql, before, _now) { Existing = _existing, Earlier = earlier, Locks = locks, Notices = _notices, Referring = referring }.Read();
    }

    private async Task<HashSet<uint>> ReferringAsync(CancellationToken cancellationToken) => _notices.References.Count == 0 ? [] :
    [
        .. (await PostgresRows.ReadAsync(
            runner,
            [$"select conrelid::text from pg_constraint where contype = 'f' and conname = any (array[{string.Join(", ", _notices.References.Select(PostgresNames.Literal))}]::name[])"],
            cancellationToken).ConfigureAwait(false))[0].Select(row => uint.Parse(row[0]!, CultureInfo.InvariantCulture)),
    ];

    private async Task SendAsync(string sql, CancellationToken cancellationToken)
    {
        if (await _sender.SendAsync([new(sql) { Copy = PostgresCopy.Of(sql) }], cancellationToken).ConfigureAwait(false) is { } failure)
        {
            throw new SchemaStatementException(failure.Message, sql, failure.Exception);
        }
    }
}
