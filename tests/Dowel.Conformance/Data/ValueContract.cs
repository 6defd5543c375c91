using Dowel.Data;

namespace Dowel.Conformance;

public abstract class ValueContract(Engine engine) : DataContract(engine)
{
    public static TheoryData<object> Kinds => Samples.OfEachKind;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_value_comes_back_as_it_was<T>(T of)
    {
        await MakeTableAsync<T>();
        foreach (var value in Samples.Edges<T>().Append(of))
        {
            await Data.DoAsync("insert into kept values (1, ?1)", value);

            Same(await Data.OneAsync<T>("select v from kept"), value);
            await Data.DoAsync("delete from kept");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_value_without_a_column_comes_back_too<T>(T of)
    {
        foreach (var value in Samples.Edges<T>().Append(of))
        {
            Same(await Data.OneAsync<T>("select ?1", value), value);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_value_is_found_by_itself<T>(T of)
    {
        await MakeTableAsync<T>();
        foreach (var value in Samples.Edges<T>().Append(of))
        {
            await Data.DoAsync("insert into kept values (1, ?1)", value);

            (await Data.OneAsync<long>("select count(*) from kept where v = ?1", value)).ShouldBe(1, value?.ToString());
            await Data.DoAsync("delete from kept");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Many_values_come_back_as_they_were<T>(T of)
    {
        var values = Samples.Edges<T>().Append(of).ToList();
        foreach (var (table, mayCopy) in new[] { ("unnested", false), ("copied", true) })
        {
            // Enough of them that copying is worth it.
            var many = Enumerable.Range(0, Math.Max(1, 6000 / values.Count)).SelectMany(_ => values.Where(value => value is not (string { Length: > 999 } or byte[] { Length: > 999 }))).ToList();
            await MakeTableAsync<T>(table);

            (await Data.PutAsync(table, many, mayCopy)).ShouldBe(many.Count);

            var kept = await Data.AllAsync<T>($"select v from {table} order by id");
            kept.Select(value => Samples.Kept(value!)).ShouldBe(many.Select(value => Samples.Kept(value!)));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Null_is_told_from_every_value<T>(T of)
    {
        await MakeTableAsync<T>();
        var values = Samples.Edges<T>().Append(of).Select(value => new Optional<T>(value, HasValue: true)).Prepend(default).Append(default).ToList();
        await Data.DoAsync("insert into kept values (-1, ?1)", new Null(Kind.Of<T>().Value));
        foreach (var mayCopy in new[] { true, false })
        {
            await Data.ExecuteManyAsync(new Put<T>("kept", mayCopy), values.Select((value, i) => ((long)i, value)).ToList(), Cancellation);

            var kept = await Data.ListAsync<AskOptional<T>, Optional<T>>(new("select v from kept where id >= 0 order by id"), Cancellation);
            kept.Select(value => value.HasValue).ShouldBe(values.Select(value => value.HasValue));
            await Data.DoAsync("delete from kept where id >= 0");
        }

        (await Data.OneAsync<long>("select count(*) from kept where v is null")).ShouldBe(1);
        (await Data.FirstOrDefaultAsync<AskOptional<T>, Optional<T>>(new("select v from kept"), Cancellation)).HasValue.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_null_is_not_read_as_a_value<T>(T of)
    {
        await MakeTableAsync<T>();
        await Data.DoAsync("insert into kept values (1, ?1)", new Null(Kind.Of<T>().Value));

        var error = await Should.ThrowAsync<UnexpectedValueException>(() => Data.FirstAsync<T>("select v from kept").AsTask());

        (error.Code, error.Ordinal, error.CanRetry).ShouldBe(("DWL4013", 0, false), $"{of}");
        (await Data.OneAsync<long>("select count(*) from kept")).ShouldBe(1);
    }

    // Around the lengths at which an engine goes another way.
    [Fact]
    public async Task Texts_and_bytes_of_any_length_come_back_beside_each_other()
    {
        await Data.DoAsync("create table pairs (a text not null, b text not null, c " + Kind.Of<byte[]>().Column(Data.Engine) + " not null)");
        foreach (var length in new[] { 0, 1, 62, 63, 64, 65, 254, 255, 256, 257, 340, 341, 342, 1023, 1024, 1025, 8191, 8192, 8193, 21_844, 21_846, 65_535, 65_536, 65_537, 200_000 })
        {
            var (a, b, c) = (new string('x', length), string.Concat(Enumerable.Repeat("😀", length / 4)) + new string('é', length % 4), new byte[length]);
            c.AsSpan().Fill(7);
            await Data.DoAsync("insert into pairs values (?1, ?2, ?3)", a, b, c);
            (await Data.OneAsync<string>("select a from pairs where a = ?1 and b = ?2 and c = ?3", a, b, c)).ShouldBe(a);
            (await Data.OneAsync<string>("select b from pairs")).ShouldBe(b);
            (await Data.OneAsync<byte[]>("select c from pairs")).ShouldBe(c);
            (await Data.OneAsync<byte[]>("select ?1", c)).ShouldBe(c);
            await Data.DoAsync("delete from pairs");
        }
    }

    [Fact]
    public async Task A_decimal_has_its_columns_digits_after_the_point()
    {
        await MakeTableAsync<Number<Cents>>();
        await Data.DoAsync("insert into kept values (1, ?1)", new Number<Cents>(1.5m));

        (await Data.OneAsync<Number<Cents>>("select v from kept")).Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("1.50");
        (await Data.OneAsync<long>("select count(*) from kept where v = ?1", new Number<Cents>(1.500m))).ShouldBe(1);
    }

    [Fact]
    public async Task A_narrower_integer_is_widened()
    {
        await Data.DoAsync("create table n (s smallint, i integer)");
        await Data.DoAsync("insert into n values (?1, ?2)", (short)-7, 70_000);

        (await Data.OneAsync<long>("select s from n")).ShouldBe(-7);
        (await Data.OneAsync<int>("select s from n")).ShouldBe(-7);
        (await Data.OneAsync<long>("select i from n")).ShouldBe(70_000);
    }

    [Fact]
    public async Task A_time_is_kept_as_a_point_in_time()
    {
        await MakeTableAsync<DateTimeOffset>();
        var here = new DateTimeOffset(2026, 11, 21, 23, 30, 0, TimeSpan.FromHours(9));
        await Data.DoAsync("insert into kept values (1, ?1)", here);

        (await Data.OneAsync<DateTimeOffset>("select v from kept")).ShouldBe(here);
        (await Data.OneAsync<DateTimeOffset>("select v from kept")).Offset.ShouldBe(TimeSpan.Zero);
        (await Data.OneAsync<DateTime>("select v from kept")).Kind.ShouldBe(DateTimeKind.Utc);
        (await Data.OneAsync<long>("select count(*) from kept where v = ?1", here.UtcDateTime)).ShouldBe(1);
    }

    [Fact]
    public async Task A_column_of_another_kind_is_told_and_not_read()
    {
        await MakeTableAsync<string>();
        await Data.DoAsync("insert into kept values (1, 'hunter2')");

        foreach (var read in new Func<Task>[]
        {
            () => Data.OneAsync<long>("select v from kept").AsTask(),
            () => Data.OneAsync<int>("select v from kept").AsTask(),
            () => Data.OneAsync<bool>("select v from kept").AsTask(),
            () => Data.OneAsync<double>("select v from kept").AsTask(),
            () => Data.OneAsync<Guid>("select v from kept").AsTask(),
            () => Data.OneAsync<DateTimeOffset>("select v from kept").AsTask(),
            () => Data.OneAsync<DateOnly>("select v from kept").AsTask(),
            () => Data.OneAsync<TimeSpan>("select v from kept").AsTask(),
            () => Data.OneAsync<byte[]>("select v from kept").AsTask(),
            () => Data.OneAsync<Number<Cents>>("select v from kept").AsTask(),
            () => Data.OneAsync<Number<Atoms>>("select v from kept").AsTask(),
            () => Data.OneAsync<Colour>("select v from kept").AsTask(),
            () => Data.OneAsync<string>("select id from kept").AsTask(),
            () => Data.AllAsync<long>("select v from kept").AsTask(),
        })
        {
            var error = await Should.ThrowAsync<UnexpectedValueException>(read);
            (error.Code, error.Ordinal).ShouldBe(("DWL4013", 0));
            error.ToString().ShouldNotContain("hunter2");
        }

        (await Data.OneAsync<string>("select v from kept")).ShouldBe("hunter2");
    }

    [Fact]
    public async Task A_number_too_large_for_its_type_is_told()
    {
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<int>("select ?1", long.MaxValue).AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<short>("select ?1", 70_000L).AsTask());
    }

    private static void Same<T>(T found, T value) => Samples.Kept(found!).ShouldBe(Samples.Kept(value!));
}

public sealed class SqliteValues() : ValueContract(Engine.Sqlite);

public sealed class PostgresValues() : ValueContract(Engine.Postgres)
{
    // The driver takes the ends of .NET's calendar for infinity, which equals no date.
    [Fact]
    public async Task The_ends_of_the_calendar_are_dates()
    {
        foreach (var (value, text) in new (object, string)[]
        {
            (DateTimeOffset.MinValue, "0001-01-01 00:00:00Z"), (DateTimeOffset.MaxValue, "9999-12-31 23:59:59.999999Z"),
        })
        {
            (await Data.OneAsync<bool>($"select ?1 = timestamptz '{text}'", value)).ShouldBeTrue(text);
        }

        (await Data.OneAsync<bool>("select ?1 = date '0001-01-01' and ?2 = date '9999-12-31'", DateOnly.MinValue, DateOnly.MaxValue)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_value_that_no_type_of_ours_holds_is_told()
    {
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<DateTimeOffset>("select timestamptz 'infinity'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<DateTimeOffset>("select timestamptz '294000-01-01 00:00:00Z'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<DateOnly>("select date '-infinity'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<DateOnly>("select date '0001-01-01 BC'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<TimeSpan>("select interval '1 month'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<TimeOnly>("select time '24:00'").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<Number<Cents>>("select 'NaN'::numeric").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<Number<Cents>>("select 1e40::numeric").AsTask());
        await Should.ThrowAsync<UnexpectedValueException>(() => Data.OneAsync<Document>("select 'null'::jsonb").AsTask());
    }
}
