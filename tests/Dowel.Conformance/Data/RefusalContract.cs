namespace Dowel.Conformance;

/// <summary>Values that would not come back as they were.</summary>
public abstract class RefusalContract(Engine engine) : DataContract(engine)
{
    public static TheoryData<string, object> Values => new()
    {
        { "NaN", double.NaN },
        { "NaN of single precision", float.NaN },
        { "U+0000", "a\0b" },
        { "half a pair", "a\ud83d" },
        { "the other half", "\ude00a" },
        { "a pair the wrong way round", "\ude00\ud83d" },
        { "a local time", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) },
        { "a time of no zone", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) },
        { "digits after the point", new Number<Cents>(1.234m) },
        { "digits before the point", new Number<Cents>(10_000_000m) },
        { "digits of long numbers", new Number<Atoms>(0.00000000001m) },
        { "a long number", new Number<Units>(100_000_000_000_000_000_000m) },
        { "an enum's member without a label", Colour.Unnamed },
        { "no member of an enum", (Colour)99 },
        { "U+0000 in JSON", new Document("a\0b", 0, null) },
        { "half a pair in JSON", new Document("a\ud83d", 0, null) },
        { "half a pair in JSON behind a backslash", new Document("\\\ud83d", 0, null) },
        { "U+0000 in a list", new Listed<string>("a", "b\0") },
        { "half a pair in a list", new Listed<string>("\ud83d") },
        { "NaN in a list", new Listed<double>(1, double.NaN) },
    };

    // A statement that the engine refused would have spoiled the transaction.
    [Theory, MemberData(nameof(Values))]
    public async Task Is_refused_before_anything_is_sent(string what, object value)
    {
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await transaction.DoAsync("insert into notes values (1, 'a')");

        await Should.ThrowAsync<ArgumentException>(() => transaction.DoAsync("update notes set body = 'b' where ?1 is not null", value).AsTask(), what);
        await Should.ThrowAsync<ArgumentException>(() => transaction.AllAsync<long>("select id from notes where ?1 is not null", value).AsTask(), what);

        await transaction.DoAsync("insert into notes values (2, 'a')");
        await transaction.CommitAsync(Cancellation);
        (await Target.QueryAsync("select id, body from notes order by id")).ShouldBe("1|a,2|a");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_refused_among_many_and_none_is_kept(bool mayCopy)
    {
        await MakeTableAsync<string>();
        var values = Enumerable.Range(0, 8000).Select(i => i == 7000 ? "\ud83d" : "fine").ToList();

        await Should.ThrowAsync<ArgumentException>(() => Data.PutAsync("kept", values, mayCopy).AsTask());

        (await Data.OneAsync<long>("select count(*) from kept")).ShouldBe(0);
        (await Data.PutAsync("kept", values.Take(5), mayCopy)).ShouldBe(5);
    }

    [Fact]
    public async Task What_looks_like_an_escape_or_a_stand_in_is_kept()
    {
        await MakeTableAsync<Document>();
        foreach (var text in new[] { "\ufffd", "\\ufffd", "\\u0000", "\\\\u0000\ufffd", "\\uFFFD" })
        {
            await Data.DoAsync("insert into kept values (1, ?1)", new Document(text, 0, null));
            (await Data.OneAsync<Document>("select v from kept")).Text.ShouldBe(text);
            await Data.DoAsync("delete from kept");
        }
    }

    [Fact]
    public async Task Nothing_is_refused_where_JSON_is_wanted() =>
        await Should.ThrowAsync<ArgumentNullException>(() => Data.DoAsync("update notes set body = 'b' where ?1 is not null", new NoDocument()).AsTask());

    [Fact]
    public async Task Is_refused_in_a_stream()
    {
        await Should.ThrowAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in Data.FlowAsync<long>("select id from notes where body = ?1", "\0"))
            {
            }
        });
        await NoteAsync(1);
    }
}

public sealed class SqliteRefusals() : RefusalContract(Engine.Sqlite);

public sealed class PostgresRefusals() : RefusalContract(Engine.Postgres);
