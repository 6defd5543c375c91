using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dowel.Hosting;

/// <summary>Metrics of a service's databases, under the name <c>Dowel</c>, and the source of its traces, under the same; names are OpenTelemetry's.</summary>
internal sealed class DatabaseMeter : IDisposable
{
    /// <summary>What traces and metrics are subscribed to by.</summary>
    public const string Name = "Dowel";

    // OpenTelemetry's semantic conventions for databases, db.client.operation.duration.
    private static readonly double[] Bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

    private readonly Meter _meter = new(Name);
    private readonly Lock _gate = new();
    private ObservedDatabase[] _databases = [];

    /// <summary>Makes the instruments.</summary>
    public DatabaseMeter()
    {
        Duration = _meter.CreateHistogram(
            "db.client.operation.duration", "s", "Time that a statement took.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
        _meter.CreateObservableUpDownCounter(
            "db.client.connection.count", () => Measure(ReadConnections), "{connection}", "Connections that are open.");
        _meter.CreateObservableUpDownCounter(
            "db.client.connection.pending_requests", () => Measure(ReadWaiting), "{request}", "Statements that wait in line for a connection.");
        _meter.CreateObservableUpDownCounter(
            "db.client.connection.max", () => Measure(ReadMost), "{connection}", "Connections that may be open.");
    }

    /// <summary>Where spans start.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>How long statements took.</summary>
    public Histogram<double> Duration { get; }

    /// <summary>Watches the pools of a database from now on.</summary>
    public void Add(ObservedDatabase database)
    {
        lock (_gate)
        {
            _databases = [.. _databases, database];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Measure(Func<Data.PoolUsage, TagList, IEnumerable<Measurement<int>>> read) =>
        from database in _databases
        from pool in database.Pools
        from measurement in read(pool, database.PoolTags(pool.Name))
        select measurement;

    private static IEnumerable<Measurement<int>> ReadConnections(Data.PoolUsage pool, TagList tags) =>
        [new(pool.Idle, [.. tags, State("idle")]), new(pool.Used, [.. tags, State("used")])];

    private static IEnumerable<Measurement<int>> ReadWaiting(Data.PoolUsage pool, TagList tags) => [new(pool.Waiting, [.. tags])];

    private static IEnumerable<Measurement<int>> ReadMost(Data.PoolUsage pool, TagList tags) => [new(pool.ConnectionsMax, [.. tags])];

    private static KeyValuePair<string, object?> State(string value) => new("db.client.connection.state", value);
}
