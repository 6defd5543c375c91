using System.Diagnostics;

namespace Dowel.Migrations;

/// <summary>Traces of runs, under the name <c>Dowel</c>, and what is counted of them. Texts of statements and values are never recorded.</summary>
internal static class MigrationTelemetry
{
    public const string Name = "Dowel";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? StartRun(string operation, IMigrationDatabase database) =>
        Source.StartActivity($"dowel {operation}", ActivityKind.Client)
            ?.SetTag("db.system.name", SystemName(database))
            .SetTag("db.namespace", database.Schema);

    public static Activity? StartScript(PreparedScript script, IMigrationDatabase database) =>
        Source.StartActivity($"dowel script {script.Script.Name}", ActivityKind.Client)
            ?.SetTag("db.system.name", SystemName(database))
            .SetTag("dowel.script", script.Script.Path)
            .SetTag("dowel.statements", script.Statements.Count);

    public static void Record(AppliedScript script, IMigrationDatabase database) =>
        MigrationMetrics.CountApplied(script, SystemName(database));

    public static void RecordFailure(DowelError error, IMigrationDatabase database)
    {
        MigrationMetrics.CountFailed(error, SystemName(database));

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
