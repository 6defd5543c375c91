using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dowel.HostTests;

/// <summary>All activities of the process, with all that they carry.</summary>
internal sealed class Traces : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ActivityListener _listener;

    public Traces()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is "Dowel" or "Npgsql" || source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _lines.Enqueue(
                $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Text(activity.TagObjects)} {string.Join(' ', activity.Events.Select(moment => $"{moment.Name} {Text(moment.Tags)}"))}"),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string All => string.Join('\n', _lines);

    public void Dispose() => _listener.Dispose();

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
