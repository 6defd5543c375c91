using System.Diagnostics.Metrics;

namespace Dowel.Migrations;

/// <summary>Metrics of runs, under the name <c>Dowel</c>; made when there is something to count, so that a run with nothing to do is spared.</summary>
internal static class MigrationMetrics
{
    private static readonly Meter Meter = new(MigrationTelemetry.Name);

    private static readonly Counter<long> Applied = Meter.CreateCounter<long>(
        "dowel.migrations.applied", "{script}", "Scripts applied.");

    private static readonly Counter<long> Failed = Meter.CreateCounter<long>(
        "dowel.migrations.failed", "{script}", "Scripts that failed.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "dowel.migrations.duration", "s", "Time that a script took.");

    /// <summary>Counts a script that was applied.</summary>
    public static void CountApplied(AppliedScript script, string system)
    {
        Applied.Add(1, SystemTag(system));
        Duration.Record(script.Elapsed?.TotalSeconds ?? 0, SystemTag(system));
    }

    /// <summary>Counts a script that failed.</summary>
    public static void CountFailed(DowelError error, string system) =>
        Failed.Add(1, SystemTag(system), new("error.type", error.Code));

    private static KeyValuePair<string, object?> SystemTag(string name) => new("db.system.name", name);
}
