using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting.Tests;

public abstract class ObservationContract(Engine engine) : IAsyncLifetime
{
    private const string Secret = "the words of a note";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _measurements = new();
    private readonly Recorder _recorder = new();
    private readonly string _name = $"n{Guid.NewGuid():n}";
    private TestDatabase _place = null!;
    private IHost _host = null!;
    private Database _database = null!;
    private INoteRepository _notes = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await engine.CreateAsync();
        var builder = Services.Builder(_recorder, [.. Services.SettingsOf(engine, _place), ("Dowel:SlowStatement", "00:00:00.3")]);
        builder.Services.AddDowel(_name, builder.Configuration.GetSection("Dowel")).AddAll().AddMigrations(typeof(Note).Assembly)
            .AddRepository<INoteRepository>(session => new NoteRepository(session));
        _host = builder.Build();
        await _host.StartAsync(Cancellation);
        _database = _host.Services.GetRequiredKeyedService<Database>(_name);
        _notes = _host.Services.GetRequiredService<INoteRepository>();
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_statement_is_a_span_with_the_names_of_the_conventions()
    {
        using var listener = Listen();
        await _notes.InsertAsync(new(1, Secret, "ann"), Cancellation);
        await _notes.FindAsync(1, Cancellation);

        _spans.Select(span => span.DisplayName).ShouldBe(["NoteRepository.InsertAsync", "NoteRepository.FindAsync"]);
        var span = _spans.First();
        span.Kind.ShouldBe(ActivityKind.Client);
        span.GetTagItem("db.system.name").ShouldBe(engine == Engine.Sqlite ? "sqlite" : "postgresql");
        span.GetTagItem("db.query.summary").ShouldBe("NoteRepository.InsertAsync");
        span.GetTagItem("db.namespace").ShouldBeOfType<string>().ShouldContain("test");
        span.GetTagItem("dowel.database").ShouldBe(_name);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        AllThatIsTold().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Every_kind_of_call_is_measured()
    {
        using var meters = Measure();
        await _notes.InsertAsync(new(1, Secret, null), Cancellation);
        await _notes.InsertManyAsync([.. Enumerable.Range(2, 9).Select(i => new Note(i, Secret, null))], Cancellation);
        await _notes.UpsertAsync(new(1, Secret, "ann"), Cancellation);
        (await _notes.FindAsync(1, Cancellation))!.Author.ShouldBe("ann");
        (await _notes.CountAsync(Cancellation)).ShouldBe(10);
        (await _notes.ByAuthorAsync("ann", Cancellation)).Count.ShouldBe(1);
        await foreach (var note in _notes.EachAsync(Cancellation))
        {
            note.Body.ShouldBe(Secret);
        }

        Measured("db.client.operation.duration").Select(one => one.Tags["db.query.summary"]).ShouldBe(
        [
            "NoteRepository.InsertAsync", "NoteRepository.InsertManyAsync", "NoteRepository.UpsertAsync", "NoteRepository.FindAsync",
            "NoteRepository.CountAsync", "NoteRepository.ByAuthorAsync", "NoteRepository.EachAsync",
        ]);
        Measured("db.client.operation.duration").ShouldAllBe(one => one.Value > 0 && one.Value < 10 && !one.Tags.ContainsKey("error.type"));
        AllThatIsTold().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code_and_without_values()
    {
        using var listener = Listen();
        using var meters = Measure();
        await _notes.InsertAsync(new(1, Secret, null), Cancellation);
        await Should.ThrowAsync<UniqueViolationException>(async () => await _notes.InsertAsync(new(1, Secret, null), Cancellation));

        var (span, measured) = (_spans.Last(), Measured("db.client.operation.duration").Last());
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("DWL4001");
        measured.Tags["error.type"].ShouldBe("DWL4001");
        span.GetTagItem("db.response.status_code").ShouldBe(engine == Engine.Sqlite ? null : "23505");
        AllThatIsTold().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Transactions_and_their_parts_are_watched_too()
    {
        using var listener = Listen();
        var result = await _database.TransactAsync(
            async (transaction, token) =>
            {
                await new NoteRepository(transaction).InsertAsync(new(1, Secret, null), token);
                await transaction.TransactAsync((part, inner) => new NoteRepository(part).InsertAsync(new(2, Secret, null), inner).AsTask(), cancellationToken: token);
                transaction.Connection.ShouldNotBeNull();
                transaction.DbTransaction.ShouldNotBeNull();
                return transaction.Engine;
            },
            cancellationToken: Cancellation);

        result.ShouldBe(_database.Engine);
        (await _notes.CountAsync(Cancellation)).ShouldBe(2);
        _spans.Select(span => span.DisplayName).ShouldBe(
            ["begin", "NoteRepository.InsertAsync", "NoteRepository.InsertAsync", "commit", "NoteRepository.CountAsync"]);
    }

    [Fact]
    public async Task A_transaction_that_is_given_up_leaves_nothing()
    {
        await using (var transaction = await _database.BeginAsync(cancellationToken: Cancellation))
        {
            var notes = new NoteRepository(transaction);
            await notes.InsertAsync(new(1, Secret, null), Cancellation);
            await notes.UpsertAsync(new(1, Secret, "eve"), Cancellation);
            await notes.InsertManyAsync([new(2, Secret, null)], Cancellation);
            (await notes.CountAsync(Cancellation)).ShouldBe(2);
            (await notes.ByAuthorAsync("eve", Cancellation)).Count.ShouldBe(1);
            await foreach (var note in notes.EachAsync(Cancellation))
            {
                note.Body.ShouldBe(Secret);
            }

            await transaction.RollbackAsync(Cancellation);
        }

        (await _notes.CountAsync(Cancellation)).ShouldBe(0);
        (await new NoteRepository(_database.Standby).CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_slow_statement_is_logged_by_its_name()
    {
        await _notes.InsertAsync(new(1, Secret, null), Cancellation);

        await using (var holder = await _place.ConnectAsync())
        {
            await holder.ExecuteAsync(engine == Engine.Sqlite ? "begin immediate" : "begin");
            await holder.ExecuteAsync("update notes set author = 'x' where id = 1");
            var update = _notes.UpdateAsync(new(1, Secret, "y"), Cancellation);
            await Task.Delay(500, Cancellation);
            await holder.ExecuteAsync("commit");
            await update;
        }

        var line = _recorder.Lines.Single(one => one.Id == 2001 && one.Text.Contains("UpdateAsync", StringComparison.Ordinal));
        line.Category.ShouldBe("Dowel.Statements");
        line.Text.ShouldStartWith("NoteRepository.UpdateAsync took ");
        AllThatIsTold().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Pools_are_measured_where_no_driver_does()
    {
        using var meters = Measure();
        await _notes.CountAsync(Cancellation);
        await using var transaction = await _database.BeginAsync(cancellationToken: Cancellation);
        var waiting = engine == Engine.Sqlite ? _notes.InsertAsync(new(1, Secret, null), Cancellation).AsTask() : null;
        meters.RecordObservableInstruments();
        await transaction.RollbackAsync(Cancellation);
        await (waiting ?? Task.CompletedTask);

        var used = Measured("db.client.connection.count").Where(one => (string?)one.Tags["db.client.connection.state"] == "used").ToList();
        if (engine == Engine.Sqlite)
        {
            used.Select(one => one.Value).ShouldBe([1, 0]);
            used[0].Tags["db.client.connection.pool.name"].ShouldBeOfType<string>().ShouldEndWith("test.db writer");
            Measured("db.client.connection.pending_requests").Select(one => one.Value).ShouldBe([1, 0]);
            Measured("db.client.connection.max").First().Value.ShouldBe(1);
            _measurements.ShouldContain(one => one.Instrument == "db.client.connection.wait_time");
        }
        else
        {
            // Npgsql's own meter says it.
            used.ShouldBeEmpty();
        }
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Dowel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if ((string?)span.GetTagItem("dowel.database") == _name)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Measure()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Dowel")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal)));

    private IEnumerable<(string Instrument, double Value, Dictionary<string, object?> Tags)> Measured(string instrument) =>
        _measurements.Where(one => one.Instrument == instrument && (string?)one.Tags.GetValueOrDefault("dowel.database") == _name);

    private string AllThatIsTold() => _recorder.All
        + string.Join('\n', _spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"))
        + string.Join('\n', _measurements.SelectMany(one => one.Tags).Select(tag => $"{tag.Key}={tag.Value}"));
}

public sealed class SqliteObservation() : ObservationContract(Engine.Sqlite);

public sealed class PostgresObservation() : ObservationContract(Engine.Postgres);
