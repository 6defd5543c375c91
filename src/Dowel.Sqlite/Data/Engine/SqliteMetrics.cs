using System.Diagnostics.Metrics;

namespace Dowel.Sqlite;

/// <summary>What is measured of connections, under the name <c>Dowel</c>; made when somebody waits for the first time.</summary>
internal static class SqliteMetrics
{
    private static readonly Meter Meter = new("Dowel");

    private static readonly Histogram<double> WaitTime = Meter.CreateHistogram<double>(
        "db.client.connection.wait_time", "s", "Time in line for a connection, by those who had to wait.");

    /// <summary>Records a wait in line that is over, whether a connection came of it or not.</summary>
    public static void RecordWait(string pool, TimeSpan waited) =>
        WaitTime.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("db.client.connection.pool.name", pool));
}
