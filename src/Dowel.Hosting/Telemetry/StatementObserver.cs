using System.Data.Common;
using System.Diagnostics;
using Dowel.Data;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>Watches the statements of one database: a span and a measurement for each, and a line in the log for a slow one. Values are never looked at.</summary>
/// <param name="tags">What all of them have in common.</param>
/// <param name="meter">Where they are measured.</param>
/// <param name="log">Where slow ones are told.</param>
/// <param name="slow">From which duration on one is slow; null for none.</param>
internal sealed class StatementObserver(KeyValuePair<string, object?>[] tags, DatabaseMeter meter, ILogger log, TimeSpan? slow)
{
    /// <summary>What all statements of the database have in common.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>Whether anybody wants to know; asked before each statement, and cheap.</summary>
    public bool IsWatching => slow is not null || DatabaseMeter.Source.HasListeners() || meter.Duration.Enabled;

    /// <summary>Runs a statement and tells what came of it.</summary>
    /// <typeparam name="TState">What runs it is given, so that nothing is captured.</typeparam>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="summary">The statement's name.</param>
    /// <param name="state">What it is run with.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="items">How many items it is sent for; null where it is not for many.</param>
    public async ValueTask<TResult> ObserveAsync<TState, TResult>(
        string summary, TState state, Func<TState, ValueTask<TResult>> run, int? items = null)
    {
        var watch = Start(summary, items);
        try
        {
            var result = await run(state).ConfigureAwait(false);
            End(watch, error: null);
            return result;
        }
        catch (Exception error)
        {
            End(watch, error);
            throw;
        }
    }

    /// <summary>Begins to watch a statement.</summary>
    public StatementWatch Start(string summary, int? items = null)
    {
        var activity = DatabaseMeter.Source.StartActivity(ActivityKind.Client, tags: tags, name: summary);
        activity?.SetTag("db.query.summary", summary);
        if (items is { } count)
        {
            activity?.SetTag("db.operation.batch.size", count);
        }

        return new(summary, activity, Stopwatch.GetTimestamp());
    }

    /// <summary>Tells what came of a statement.</summary>
    public void End(StatementWatch watch, Exception? error)
    {
        var elapsed = Stopwatch.GetElapsedTime(watch.Started);
        var measured = new TagList(tags) { { "db.query.summary", watch.Summary } };
        if (error is not null)
        {
            var type = (error as DatabaseException)?.Code ?? error.GetType().FullName;
            measured.Add("error.type", type);
            watch.Activity?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error, type);
            if (error.InnerException is DbException { SqlState: { } state })
            {
                measured.Add("db.response.status_code", state);
                watch.Activity?.SetTag("db.response.status_code", state);
            }
        }

        meter.Duration.Record(elapsed.TotalSeconds, measured);
        watch.Activity?.Dispose();
        if (elapsed >= slow)
        {
            StatementLog.Slow(log, watch.Summary, elapsed.TotalMilliseconds, tags[1].Value);
        }
    }
}
