using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dowel.Migrations;

/// <summary>Traces and metrics of runs, under the name <c>Dowel</c>. Texts of statements and values are never recorded.</summary>
internal static class MigrationTelemetry
{
    public const string Name = "Dowel";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Applied = Meter.CreateCounter<long>(
        "dowel.migrations.applied", "{script}", "Scripts applied.");

    private static readonly Counter<long> Failed = Meter.CreateCounter<long>(
        "dowel.migrations.failed", "{script}", "Scripts that failed.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "dowel.migrations.duration", "s", "Time that a script took.");

    public static Activity? StartRun(string operation, IMigrationDatabase database) =>
        Source.StartActivity($"dowel {operation}", ActivityKind.Client)
            ?.SetTag("db.system.name", SystemName(database))
            .SetTag("db.namespace", database.Schema);

    public static Activity? StartScript(PreparedScript script, IMigrationDatabase database) =>
        Source.StartActivity($"dowel script {script.Script.Name}", ActivityKind.Client)
            ?.SetTag("db.system.name", SystemName(database))
            .SetTag("dowel.script", script.Script.Path)
            .SetTag("dowel.statements", script.Statements.Count);

    public static void Record(AppliedScript script, IMigrationDatabase database)
    {
        var tag = new KeyValuePair<string, object?>("db.system.name", SystemName(database));
        Applied.Add(1, tag);
        Duration.Record(script.Elapsed?.TotalSeconds ?? 0, tag);
    }

    public static void RecordFailure(DowelError error, IMigrationDatabase database)
    {
        Failed.Add(
            1,
            new("db.system.name", SystemName(database)),
            new KeyValuePair<string, object?>("error.type", error.Code));
        // Without a listener of ours the current activity is somebody else's.
        if (Activity.Current is { } activity && activity.Source == Source)
        {
            activity.SetStatus(ActivityStatusCode.Error, error.Code);
        }
    }

    // OpenTelemetry's semantic conventions for databases say `postgresql`.
    private static string SystemName(IMigrationDatabase database) =>
        database.Dialect.Name == DialectNames.Postgres ? "postgresql" : database.Dialect.Name;
}
