namespace Dowel.Conformance;

/// <summary>Lists of values, in a condition and in a column.</summary>
public abstract class ListedContract(Engine engine) : DataContract(engine)
{
    // JSON and bytes are no list's elements.
    public static TheoryData<object> Kinds =>
        [.. Samples.OfEachKind.Select(row => row.Data).Where(sample => sample is not (Document or byte[]))];

    // An array's elements are read by their type alone, which says nothing of a decimal's digits or an enum's labels.
    public static TheoryData<object> ElementKinds =>
        [true, (short)0, 0, 0L, 0f, 0d, "", Guid.Empty, DateTimeOffset.UnixEpoch, DateTime.UnixEpoch, DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.Zero];

    private string InList => IsSqlite ? "in (select value from json_each(?1))" : "= any(?1)";

    private string NotInList => IsSqlite ? "not in (select value from json_each(?1))" : "<> all(?1)";

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_value_is_found_in_a_list<T>(T of)
    {
        await MakeTableAsync<T>();
        var values = Samples.Edges<T>().Append(of).ToList();
        await Data.PutAsync("kept", values);

        (await Data.OneAsync<long>($"select count(*) from kept where v {InList}", new Listed<T>(values))).ShouldBe(values.Count);
        (await Data.OneAsync<long>($"select count(*) from kept where v {NotInList}", new Listed<T>(values))).ShouldBe(0);
        foreach (var value in values)
        {
            var equals = await Data.OneAsync<long>("select count(*) from kept where v = ?1", value);
            (await Data.OneAsync<long>($"select count(*) from kept where v {InList}", new Listed<T>(value))).ShouldBe(equals, value?.ToString());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_is_found_in_an_empty_list<T>(T of)
    {
        await MakeTableAsync<T>();
        await Data.PutAsync("kept", [of]);

        (await Data.AllAsync<long>($"select id from kept where v {InList}", new Listed<T>())).ShouldBeEmpty();
        (await Data.AllAsync<long>($"select id from kept where v {NotInList}", new Listed<T>())).ShouldBe([0]);
    }

    [Theory, MemberData(nameof(ElementKinds))]
    public async Task An_array_comes_back_as_it_was<T>(T of)
    {
        await Data.DoAsync($"create table arrays (v {Kind.Of<T>().ArrayColumn(Data.Engine)})");
        T[][] arrays = [[], [of], [.. Samples.Edges<T>()]];
        foreach (var array in arrays)
        {
            await Data.DoAsync("insert into arrays values (?1)", new Listed<T>(array));

            var kept = await Data.SingleAsync<AskArray<T>, T[]>(new("select v from arrays"), Cancellation);
            kept.Select(value => Samples.Kept(value!)).ShouldBe(array.Select(value => Samples.Kept(value!)));
            await Data.DoAsync("delete from arrays");
        }
    }

    [Fact]
    public async Task A_null_in_an_array_is_not_read_as_a_value()
    {
        var (texts, numbers) = IsSqlite
            ? ("""select '["a",null]'""", "select '[1,null]'")
            : ("select array['a', null]", "select array[1, null]::bigint[]");

        await Should.ThrowAsync<Dowel.Data.UnexpectedValueException>(() => Data.SingleAsync<AskArray<string>, string[]>(new(texts), Cancellation).AsTask());
        await Should.ThrowAsync<Dowel.Data.UnexpectedValueException>(() => Data.SingleAsync<AskArray<long>, long[]>(new(numbers), Cancellation).AsTask());
    }

    [Fact]
    public async Task A_text_in_a_list_may_have_any_characters()
    {
        string[] texts = ["", "'", "\"", "\\", "{}", "a,b", "null", "\n\t\u0001", "é", "😀", "\ud7ff\ue000", "<&>", "\u2028"];
        await Data.PutAsync("notes", texts);

        (await Data.AllAsync<long>($"select id from notes where body {InList} order by id", new Listed<string>(texts))).Count.ShouldBe(texts.Length);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70_000)]
    public async Task No_value_is_kept_after_its_statement(int count)
    {
        var texts = await SendAsync(count);

        // Away from the stack on which they were sent.
        await Task.Delay(10, Cancellation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        texts.Count(text => text.IsAlive).ShouldBe(0);
    }

    [Fact]
    public async Task A_list_may_be_long()
    {
        await NoteAsync(1, 99_999, 100_000);

        (await Data.AllAsync<long>($"select id from notes where id {InList} order by id", new Listed<long>([.. Enumerable.Range(0, 100_000).Select(i => (long)i)])))
            .ShouldBe([1, 99_999]);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private async Task<List<WeakReference>> SendAsync(int count)
    {
        var texts = Enumerable.Range(0, count).Select(i => $"secret {i}").ToArray();
        await Data.AllAsync<long>($"select id from notes where body {InList}", new Listed<string>(texts));
        await Data.AllAsync<long>("select id from notes where body = ?1", texts[0]);
        return [.. texts.Select(text => new WeakReference(text))];
    }
}

public sealed class SqliteListed() : ListedContract(Engine.Sqlite);

public sealed class PostgresListed() : ListedContract(Engine.Postgres);
