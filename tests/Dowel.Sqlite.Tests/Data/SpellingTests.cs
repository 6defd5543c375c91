using System.Globalization;
using System.Text.Json;
using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

public sealed class SpellingTests : DataTest
{
    [Fact]
    public async Task Each_type_has_one_spelling_on_disk()
    {
        await Database.RunAsync("create table v (x)");
        await ExpectAsync(true, "1", "integer");
        await ExpectAsync(false, "0", "integer");
        await ExpectAsync((short)-3, "-3", "integer");
        await ExpectAsync(int.MinValue, "-2147483648", "integer");
        await ExpectAsync(long.MaxValue, "9223372036854775807", "integer");
        await ExpectAsync(1.5f, "1.5", "real");
        await ExpectAsync(-2.0, "-2.0", "real");
        await ExpectAsync(double.PositiveInfinity, "Inf", "real");
        await ExpectAsync("", "", "text");
        await ExpectAsync("é😀\uFFFD", "é😀\uFFFD", "text");
        await ExpectAsync(new string('ß', 100_000), new string('ß', 100_000), "text");
        await ExpectAsync(new byte[] { 65, 0, 66 }, null, "blob");
        await ExpectAsync(Array.Empty<byte>(), null, "blob");
        await ExpectAsync(Guid.Parse("0195D6C0-1234-7ABC-8DEF-0123456789AB"), "0195d6c0-1234-7abc-8def-0123456789ab", "text");
        await ExpectAsync(new DateOnly(2026, 11, 21), "2026-11-21", "text");
        await ExpectAsync(new TimeOnly(9, 5, 3, 7), "09:05:03.007000", "text");
        await ExpectAsync(TimeSpan.FromSeconds(-1.5), "-1500000", "integer");
        await ExpectAsync(new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc), "2026-11-21T09:00:00.000000Z", "text");
        await ExpectAsync(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(7), "2026-11-21T09:00:00.000007Z", "text");
        await ExpectAsync(DateTimeOffset.MinValue, "0001-01-01T00:00:00.000000Z", "text");
    }

    [Fact]
    public async Task Times_lose_their_offset_and_what_is_below_a_microsecond()
    {
        var time = new DateTimeOffset(2026, 11, 21, 11, 0, 0, TimeSpan.FromHours(2)).AddTicks(19);
        (await Database.AskAsync<string>("select ?1", time)).ShouldBe("2026-11-21T09:00:00.000001Z");
        (await Database.AskAsync<DateTimeOffset>("select ?1", time)).ShouldBe(time.AddTicks(-9));
        (await Database.AskAsync<DateTimeOffset>("select ?1", time)).Offset.ShouldBe(TimeSpan.Zero);
        (await Database.AskAsync<DateTime>("select ?1", time)).Kind.ShouldBe(DateTimeKind.Utc);
        (await Database.AskAsync<TimeOnly>("select ?1", new TimeOnly(9, 0).Add(TimeSpan.FromTicks(9)))).ShouldBe(new TimeOnly(9, 0));
    }

    [Fact]
    public async Task Times_are_read_as_the_engine_itself_writes_them()
    {
        (await Database.AskAsync<DateTime>("select datetime(0, 'unixepoch')")).ShouldBe(DateTime.UnixEpoch);
        (await Database.AskAsync<DateTime>("select strftime('%Y-%m-%dT%H:%M:%fZ', 0.25, 'unixepoch')")).ShouldBe(DateTime.UnixEpoch.AddMilliseconds(250));
        foreach (var text in (string[])["", "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T09:00:00.00000000Z", "2026-11-21T09:00:00+01:00", "x026-11-21T09:00:00Z"])
        {
            await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.AskAsync<DateTime>("select ?1", text));
        }
    }

    [Theory]
    [InlineData("12.34", 9, 2, "1234", "integer")]
    [InlineData("-0.01", 9, 2, "-1", "integer")]
    [InlineData("999999999999999999", 18, 0, "999999999999999999", "integer")]
    [InlineData("12.34", 20, 2, "000000000000000012.34", "text")]
    [InlineData("-12.34", 20, 2, "-999999999999999987.65", "text")]
    [InlineData("18446744073709551615", 20, 0, "18446744073709551615", "text")]
    [InlineData("-9999999999999999999999999999", 28, 0, "-0000000000000000000000000000", "text")]
    [InlineData("0.1234567890123456789012345678", 28, 28, ".1234567890123456789012345678", "text")]
    public async Task Decimals_are_scaled_integers_or_text_that_sorts(string number, int precision, int scale, string spelling, string kind)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        (await Database.AskAsync<string>("select cast(?1 as text)", (value, precision, scale))).ShouldBe(spelling);
        (await Database.AskAsync<string>("select typeof(?1)", (value, precision, scale))).ShouldBe(kind);
        var back = await Database.SingleAsync<DecimalQuery, decimal>(new(value, precision, scale), Token);
        back.ShouldBe(value);
        back.Scale.ShouldBe((byte)scale);
    }

    [Fact]
    public async Task The_order_of_decimals_text_is_the_numbers_order()
    {
        var random = new Random(4);
        var numbers = Enumerable.Range(0, 500).Select(i => decimal.Round((decimal)(random.NextDouble() - 0.5) * (decimal)Math.Pow(10, i % 17), 4)).ToList();
        var texts = new List<(string Text, decimal Number)>();
        foreach (var number in numbers)
        {
            texts.Add((await Database.AskAsync<string>("select ?1", (number, 24, 4)), number));
        }

        texts.OrderBy(pair => pair.Text, StringComparer.Ordinal).Select(pair => pair.Number).ShouldBe(numbers.Order());
    }

    [Fact]
    public async Task Values_that_would_not_come_back_are_refused()
    {
        object?[] refused =
        [
            double.NaN, float.NaN, "a\0b", "\ud800", "x\udc00", DateTime.UnixEpoch.ToLocalTime(), DateTime.SpecifyKind(DateTime.UnixEpoch, DateTimeKind.Unspecified),
            (12.345m, 9, 2), (10_000_000m, 9, 2), (1e20m, 20, 0), (1e-28m, 28, 27),
        ];
        foreach (var value in refused)
        {
            await Should.ThrowAsync<ArgumentException>(async () => await Database.RunAsync("insert into t (a) values (?1)", value));
        }

        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_kind_of_value_is_refused_by_kind_and_not_by_value()
    {
        await RefusedAsync<long>("null", "null");
        await RefusedAsync<long>("'12'", "a text");
        await RefusedAsync<long>("1.0", "a real number");
        await RefusedAsync<string>("1", "an integer");
        await RefusedAsync<string>("x'41'", "a blob");
        await RefusedAsync<string>("cast(x'ff' as text)", "a text that is not UTF-8");
        await RefusedAsync<byte[]>("'41'", "a text");
        await RefusedAsync<double>("'1'", "a text");
        await RefusedAsync<double>("null", "null");
        await RefusedAsync<bool>("2", "another integer");
        await RefusedAsync<short>("40000", "a larger one");
        await RefusedAsync<int>("3000000000", "a larger one");
        await RefusedAsync<Guid>("'0195d6c0'", "another text");
        await RefusedAsync<DateOnly>("'2026-1-1'", "another text");
        await RefusedAsync<TimeOnly>("'9:00'", "another text");
        await RefusedAsync<TimeSpan>("9223372036854775807", "too large");
        (await Database.AskAsync<double>("select coalesce(sum(1.5), 0) from t where false")).ShouldBe(0);
    }

    [Fact]
    public async Task Json_is_text_and_keeps_what_it_can()
    {
        foreach (var text in (string[])["é😀\uFFFD\\u0000 \\", "plain", ""])
        {
            (await Database.SingleAsync<JsonQuery, string[]>(new("select ?1", [text]), Token)).ShouldBe([text]);
        }

        foreach (var text in (string[])["a\0", "\\\\\0", "\ud800"])
        {
            await Should.ThrowAsync<ArgumentException>(async () => await Database.SingleAsync<JsonQuery, string[]>(new("select ?1", [text]), Token));
        }

        await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.SingleAsync<JsonQuery, string[]>(new("select 'null', ?1", []), Token));
        (await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.SingleAsync<JsonQuery, string[]>(new("select '{', ?1", []), Token)))
            .InnerException.ShouldBeOfType<JsonException>();
    }

    [Fact]
    public async Task Lists_are_json_whose_elements_equal_columns()
    {
        (await Database.SingleAsync<ListQuery<string>, long>(new("select count(*) from json_each(?1) where value = 'é\"😀'", ["é\"😀", "x"]), Token)).ShouldBe(1);
        (await Database.SingleAsync<ListQuery<double>, long>(new("select 1e999 in (select value from json_each(?1))", [0.1, double.PositiveInfinity]), Token)).ShouldBe(1);
        (await Database.SingleAsync<ListQuery<double>, long>(new("select 0.1 in (select value from json_each(?1))", [0.1, double.NegativeInfinity]), Token)).ShouldBe(1);
        (await Database.SingleAsync<ListQuery<long>, long>(new("select count(*) from json_each(?1)", []), Token)).ShouldBe(0);
        (await Database.SingleAsync<ArrayQuery<double>, double[]>(new([-0.0, 5e-324, double.MaxValue, double.NegativeInfinity]), Token))
            .ShouldBe([-0.0, 5e-324, double.MaxValue, double.NegativeInfinity]);
        (await Database.SingleAsync<ArrayQuery<string>, string[]>(new(["", "\"", "😀"]), Token)).ShouldBe(["", "\"", "😀"]);
        (await Database.SingleAsync<ArrayQuery<long>, long[]>(new([long.MinValue, long.MaxValue]), Token)).ShouldBe([long.MinValue, long.MaxValue]);
        var id = Guid.CreateVersion7();
        (await Database.SingleAsync<ArrayQuery<Guid>, Guid[]>(new([id]), Token)).ShouldBe([id]);
        var time = new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
        (await Database.SingleAsync<ArrayQuery<DateTime>, DateTime[]>(new([time]), Token)).ShouldBe([time]);
        await Should.ThrowAsync<ArgumentException>(async () => await Database.SingleAsync<ArrayQuery<string>, string[]>(new(["\ud800"]), Token));
        await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.SingleAsync<ArrayQuery<long>, long[]>(new("select '[1,null]', ?1", []), Token));
        await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.SingleAsync<ArrayQuery<long>, long[]>(new("select '[1', ?1", []), Token));
    }

    [Fact]
    public async Task Texts_of_a_database_in_utf16_are_the_same()
    {
        await using var folder = new DataFolder();
        using (var other = folder.OpenOther())
        {
            DataFolder.Run(other, "pragma encoding = 'UTF-16'; create table u (x text)");
        }

        var database = folder.Open();
        await database.RunAsync("insert into u values (?1)", "é😀");
        (await database.AskAsync<string>("select x from u where x = ?1", "é😀")).ShouldBe("é😀");
    }

    private async Task RefusedAsync<T>(string expression, string found)
    {
        var error = await Should.ThrowAsync<UnexpectedValueException>(async () => await Database.AskAsync<T>($"select {expression}"));
        error.Ordinal.ShouldBe(0);
        error.Code.ShouldBe("DWL4013");
        error.Problem.ShouldEndWith($"is {found}.");
    }

    private async Task ExpectAsync<T>(T value, string? spelling, string kind)
    {
        await Database.RunAsync("delete from v");
        await Database.RunAsync("insert into v values (?1)", value);
        (await Database.AskAsync<string>("select typeof(x) from v")).ShouldBe(kind);
        (await Database.AskAsync<T>("select x from v")).ShouldBe(value);
        if (spelling is not null)
        {
            (await Database.AskAsync<string>("select cast(x as text) from v")).ShouldBe(spelling);
        }
    }
}
