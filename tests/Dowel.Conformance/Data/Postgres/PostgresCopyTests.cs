using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Many rows, by arrays and by copy.</summary>
public sealed class PostgresCopyTests : PostgresDataTest
{
    private const string Table =
        """
        create table sundries (
            id bigint, flag boolean, small smallint, medium integer, single real, double double precision, money numeric(28, 10), text text, bytes bytea,
            uuid uuid, at timestamptz, day date, time time, span interval, json jsonb, note text)
        """;

    [Fact]
    public async Task Copy_and_arrays_give_the_same_rows()
    {
        await Target.ExecuteAsync(Table);
        var rows = Enumerable.Range(0, 1500).Select(Make).ToList();

        (await Data.ExecuteManyAsync(new InsertSundries(copies: false, "same"), rows, Cancellation)).ShouldBe(1500);
        await Target.ExecuteAsync($"alter table sundries rename to unnested; {Table}");
        (await Data.ExecuteManyAsync(new InsertSundries(copies: true, "same"), rows, Cancellation)).ShouldBe(1500);

        (await Target.QueryAsync("select count(*) from sundries")).ShouldBe("1500");
        (await Target.QueryAsync("select id from (select * from sundries except select * from unnested) x order by 1")).ShouldBe("");
        (await Target.QueryAsync("select id from (select * from unnested except select * from sundries) x order by 1")).ShouldBe("");
    }

    [Fact]
    public async Task Copy_writes_decimals_as_they_are()
    {
        await Target.ExecuteAsync(Table);
        decimal[] numbers =
        [
            0m, 0.0m, 1m, -1m, 0.1m, 0.0001m, 0.00001m, 0.00010001m, 9999m, 10000m, 10000.0001m, 100000000m, 12345.6789m, -0.0000000001m,
            999999999999999999.9999999999m, -999999999999999999.9999999999m, 120000000m, 1.0000000001m,
        ];
        var rows = Enumerable.Range(0, 1000).Select(i => Make(i) with { Money = numbers[i % numbers.Length] }).ToList();

        await Data.ExecuteManyAsync(new InsertSundries(copies: true, "m"), rows, Cancellation);

        var kept = await Data.ListAsync<Tell<string>, string>(new(new("select money::text from sundries order by id")), Cancellation);
        kept.Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(rows.Select(row => row.Money!.Value));
        (await Target.QueryAsync("select count(*) from sundries where money <> money::text::numeric")).ShouldBe("0");
    }

    [Fact]
    public async Task Rows_with_arrays_go_by_copy_whatever_their_number()
    {
        await Target.ExecuteAsync("create table tagged (id bigint primary key, tags text[] not null, days date[] not null)");
        (long, string[], DateOnly[])[] rows = [(1, ["a", "{b,c}"], [DateOnly.MinValue]), (2, [], []), (3, ["é"], [new(2000, 1, 1), DateOnly.MaxValue])];

        (await Data.ExecuteManyAsync(new InsertTags(copies: true), rows, Cancellation)).ShouldBe(3);

        (await Target.QueryAsync("select id, tags::text, to_char(days[array_upper(days, 1)], 'YYYY-MM-DD') from tagged order by id")).ShouldBe("1|{a,\"{b,c}\"}|0001-01-01,2|{}|,3|{é}|9999-12-31");
        await Should.ThrowAsync<NotSupportedException>(() => Data.ExecuteManyAsync(new InsertTags(copies: false), rows, Cancellation).AsTask());
        (await Data.ExecuteManyAsync(new InsertTags(copies: true), [(4L, (string[])["x"], (DateOnly[])[])], Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_copy_that_breaks_a_rule_names_it_and_keeps_nothing()
    {
        await Target.ExecuteAsync("create table tagged (id bigint primary key, tags text[] not null, days date[] not null)");
        var rows = Enumerable.Range(0, 100_000).Select(i => ((long)(i % 99_999), (string[])["a"], (DateOnly[])[])).ToList();

        var error = await Should.ThrowAsync<UniqueViolationException>(() => Data.ExecuteManyAsync(new InsertTags(copies: true), rows, Cancellation).AsTask());

        (error.Violation.Table, error.Violation.Constraint).ShouldBe(("tagged", "tagged_pkey"));
        error.Violation.Columns.ShouldBe(["id"]);
        (await Target.QueryAsync("select count(*) from tagged")).ShouldBe("0");
        (await AskAsync<long>(Data, new("select 1::bigint"))).ShouldBe(1);
    }

    private static Sundry Make(int i)
    {
        T? Some<T>(T value, int every)
            where T : struct => i % every == 0 ? null : value;
        return new(
            i, Some(i % 2 == 0, 7), Some((short)-i, 5), Some(i * 1000, 11), Some(i / 3f, 13), Some(i / 7d, 17), Some(i * 1.5000m, 19), i % 23 == 0 ? null : $"text {i} é😀",
            i % 29 == 0 ? null : [(byte)i, 0, 255], Some(new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 31), Some(i == 1 ? DateTimeOffset.MaxValue : DateTimeOffset.UnixEpoch.AddMinutes(i), 37),
            Some(i == 1 ? DateOnly.MinValue : new DateOnly(2026, 1, 1).AddDays(i), 41), Some(new TimeOnly(i * 10_000_000L), 43), Some(i == 1 ? TimeSpan.MaxValue : TimeSpan.FromTicks(-i * 10), 47),
            i % 53 == 0 ? null : new() { ["key"] = $"value \" {i}" });
    }
}
