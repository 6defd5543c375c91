using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class TelemetryContract(Engine engine) : Contract(engine)
{
    private const string Secret = "hunter2";

    [Fact]
    public async Task A_run_is_traced_without_its_statements()
    {
        var seen = new ConcurrentBag<Activity>();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Dowel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        Write("V1__a.sql", $"create table a (note text); insert into a values ('{Secret}');");
        Write("U1__a.sql", "drop table a;");
        Write("V2__b.sql", $"insert into a values (missing, '{Secret}');");

        await FailsAsync();
        await DownAsync();

        var mine = seen.Where(activity => activity.TraceId == root.TraceId).OrderBy(activity => activity.StartTimeUtc).ToList();
        mine.Select(activity => activity.OperationName).ShouldBe(
            ["dowel up", "dowel script 1", "dowel script 2", "dowel down", "dowel script 1"]);
        mine[2].Status.ShouldBe(ActivityStatusCode.Error);
        mine[2].StatusDescription.ShouldBe("DWL1101");
        mine.SelectMany(activity => activity.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains(Secret) && !$"{tag.Value}".Contains("insert"));
    }

    [Fact]
    public async Task Scripts_are_counted_and_timed()
    {
        var seen = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Dowel")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Add($"{instrument.Name} {Render(tags)}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Add($"{instrument.Name} {Render(tags)}"));
        listener.Start();
        Write("V1__a.sql", "create table a (note text);");
        Write("V2__b.sql", "insert into missing values (1);");

        await FailsAsync();
        await FailsAsync(new() { Atomic = true });

        var system = Engine == Engine.Postgres ? "postgresql" : "sqlite";
        seen.ShouldContain($"dowel.migrations.applied db.system.name={system}");
        seen.ShouldContain($"dowel.migrations.duration db.system.name={system}");
        seen.Count(line => line == $"dowel.migrations.failed db.system.name={system} error.type=DWL1101").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Progress_comes_in_order()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        Write("U2__b.sql", "drop table b;");

        await UpAsync();
        await DownAsync();

        Events.Select(Describe).ShouldBe(
            ["start 1 of 2", "applied 1", "start 2 of 2", "applied 2", "start 1 of 1", "undone 2"]);
    }

    private static string Describe(MigrationEvent happened) => happened switch
    {
        MigrationEvent.ScriptStarting start => $"start {start.Number} of {start.Total}",
        MigrationEvent.ScriptApplied applied => $"applied {applied.Script.Name}",
        MigrationEvent.ScriptUndone undone => $"undone {undone.Script.Name}",
        _ => happened.ToString(),
    };

    private static string Render(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}

public sealed class SqliteTelemetry() : TelemetryContract(Engine.Sqlite);

public sealed class PostgresTelemetry() : TelemetryContract(Engine.Postgres);
