using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Data.Tests;

public sealed class CursorTests
{
    private const string List = "AccountRepository.ListAsync(created_at, user_id)";

    private static readonly EnumLabels<DayOfWeek> Days = new((DayOfWeek.Monday, "monday"), (DayOfWeek.Sunday, "sunday"));

    [Fact]
    public void A_value_of_each_kind_comes_back_as_it_was()
    {
        var guid = Guid.NewGuid();
        var now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(2));
        var row = Read(
            17,
            writer =>
            {
                writer.Write(true);
                writer.Write(short.MinValue);
                writer.Write(int.MaxValue);
                writer.Write(long.MinValue);
                writer.Write(float.NegativeInfinity);
                writer.Write(double.Epsilon);
                writer.Write(-12.3m, 9, 2);
                writer.Write("naïve 😀 / + = ?");
                writer.Write(new byte[] { 0, 255 });
                writer.Write(guid);
                writer.Write(now);
                writer.Write(DateTime.MaxValue.ToUniversalTime());
                writer.Write(DateOnly.MaxValue);
                writer.Write(TimeOnly.MaxValue);
                writer.Write(TimeSpan.MinValue);
                writer.Write(DayOfWeek.Sunday, Days);
                writer.WriteNull(ValueKind.Text);
            });

        row.GetBoolean(0).ShouldBeTrue();
        row.GetInt16(1).ShouldBe(short.MinValue);
        row.GetInt32(2).ShouldBe(int.MaxValue);
        row.GetInt64(3).ShouldBe(long.MinValue);
        row.GetSingle(4).ShouldBe(float.NegativeInfinity);
        row.GetDouble(5).ShouldBe(double.Epsilon);
        row.GetDecimal(6, 9, 2).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("-12.30");
        row.GetString(7).ShouldBe("naïve 😀 / + = ?");
        row.GetBytes(8).ShouldBe([0, 255]);
        row.GetGuid(9).ShouldBe(guid);
        row.GetDateTimeOffset(10).ShouldBe(now);
        row.GetDateTimeOffset(10).Offset.ShouldBe(TimeSpan.Zero);
        row.GetDateTime(11).ShouldBe(DateTime.MaxValue.AddTicks(-9));
        row.GetDateOnly(12).ShouldBe(DateOnly.MaxValue);
        row.GetTimeOnly(13).ShouldBe(TimeOnly.MaxValue.Add(TimeSpan.FromTicks(-9)));
        row.GetTimeSpan(14).ShouldBe(TimeSpan.MinValue + TimeSpan.FromTicks(8));
        row.GetEnum(15, Days).ShouldBe(DayOfWeek.Sunday);
        row.IsNull(16).ShouldBeTrue();
        row.IsNull(15).ShouldBeFalse();
    }

    [Fact]
    public void A_cursor_needs_no_escape_in_a_URL() => Prop
        .ForAll<long, NonNull<string>, Guid>((number, text, id) => Text(number, Places.Storable(text.Get), id) is var cursor
            && Uri.EscapeDataString(cursor) == cursor)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_values_come_back_as_they_were() => Prop
        .ForAll(
            ArbMap.Default.ArbFor<(long, NonNull<string>, Guid)>(),
            ArbMap.Default.ArbFor<(NormalFloat, byte[], TimeSpan)>(),
            (first, second) =>
            {
                var text = Places.Storable(first.Item2.Get);
                var row = Read(
                    6,
                    writer =>
                    {
                        writer.Write(first.Item1);
                        writer.Write(text);
                        writer.Write(first.Item3);
                        writer.Write(second.Item1.Get);
                        writer.Write(second.Item2);
                        writer.Write(second.Item3);
                    });
                return row.GetInt64(0) == first.Item1 && row.GetString(1) == text && row.GetGuid(2) == first.Item3
                    && row.GetDouble(3).Equals(second.Item1.Get) && row.GetBytes(4).SequenceEqual(second.Item2)
                    && row.GetTimeSpan(5) == new TimeSpan(second.Item3.Ticks - (second.Item3.Ticks % 10));
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_cursor_of_another_list_is_refused()
    {
        var cursor = Text(1, "a", Guid.Empty);

        Refuses(() => CursorRow.Parse(cursor, "AccountRepository.ListAsync(email)", 3)).Message.ShouldContain("AccountRepository.ListAsync(email)");
        Refuses(() => CursorRow.Parse(cursor, List, 2));
        Refuses(() => CursorRow.Parse(cursor, List, 4));
        CursorRow.Parse(cursor, List, 3).GetString(1).ShouldBe("a");
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AAAA")]
    [InlineData("not a cursor")]
    [InlineData("😀")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_cursor_is_refused(string text) => Refuses(() => CursorRow.Parse(text, List, 1));

    [Fact]
    public void Another_spelling_of_a_cursor_is_refused()
    {
        var cursor = Text(1, "a", Guid.Empty);
        foreach (var other in new[] { cursor + "=", cursor + "==", " " + cursor, cursor + "\n", cursor[..5] + " " + cursor[5..], cursor[..^1], cursor[1..] })
        {
            Refuses(() => CursorRow.Parse(other, List, 3));
        }
    }

    [Fact]
    public void A_cursor_is_bounded()
    {
        Refuses(() => CursorRow.Parse(new('A', 1 << 20), List, 1));
        Should.Throw<InvalidOperationException>(() => Write(writer => writer.Write(new string('a', 60_000)))).Message.ShouldContain(List);
        CursorRow.Parse(Write(writer => writer.Write(new string('a', 49_000))), List, 1).GetString(0).Length.ShouldBe(49_000);
    }

    [Fact]
    public void Another_kind_is_refused_where_it_is_read()
    {
        var row = CursorRow.Parse(Text(long.MaxValue, "friday", Guid.Empty), List, 3);

        Refuses(() => row.GetInt32(0));
        Refuses(() => row.GetInt16(0));
        Refuses(() => row.GetString(0));
        Refuses(() => row.GetTimeSpan(0));
        Refuses(() => row.GetEnum(1, Days));
        Refuses(() => row.GetGuid(1));
        Refuses(() => row.GetBytes(2));
        Refuses(() => row.GetArray<int>(2));
        Refuses(() => row.GetJson(1, (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string))));
    }

    [Fact]
    public void A_number_with_more_digits_than_the_column_is_refused()
    {
        var row = CursorRow.Parse(Write(writer => writer.Write(1234.5m, 9, 1)), List, 1);

        row.GetDecimal(0, 5, 1).ShouldBe(1234.5m);
        Refuses(() => row.GetDecimal(0, 4, 1));
        Refuses(() => row.GetDecimal(0, 9, 0));
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_when_it_is_written()
    {
        foreach (var write in new Action<CursorWriter>[]
        {
            writer => writer.Write("a\0b"),
            writer => writer.Write("\ud800"),
            writer => writer.Write(double.NaN),
            writer => writer.Write(float.NaN),
            writer => writer.Write(1.234m, 9, 2),
            writer => writer.Write(100m, 2, 0),
            writer => writer.Write(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)),
            writer => writer.Write(DayOfWeek.Friday, Days),
        })
        {
            Should.Throw<ArgumentException>(() => Write(write));
        }
    }

    [Fact]
    public void A_changed_cursor_is_refused_as_such() => Prop
        .ForAll<long, NonNull<string>, NonNull<byte[]>>((at, text, noise) =>
        {
            var cursor = Text(at, Places.Storable(text.Get), Guid.NewGuid());
            return Places.Mutations(cursor, noise.Get).All(changed => changed == cursor || IsRefused(changed));
        })
        .QuickCheckThrowOnFailure();

    // The checksum is no secret; whoever makes it anew still gets nothing but the one error, or values that can be stored.
    [Fact]
    public void A_forged_cursor_gives_storable_values_or_is_refused() => Prop
        .ForAll<NonNull<byte[]>, byte>((content, tag) => Places.Forgeries(content.Get, (byte)(tag % 18)).All(bytes =>
        {
            try
            {
                Places.WriteAll(CursorRow.Parse(Places.Seal(bytes, List), List, 1), Days);
                return true;
            }
            catch (InvalidCursorException)
            {
                return true;
            }
        }))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool IsRefused(string text)
    {
        try
        {
            CursorRow.Parse(text, List, 3);
            return false;
        }
        catch (InvalidCursorException)
        {
            return true;
        }
    }

    private static InvalidCursorException Refuses<T>(Func<T> read)
    {
        var refusal = Should.Throw<InvalidCursorException>(() => { _ = read(); });
        refusal.Code.ShouldBe("DWL4014");
        return refusal;
    }

    private static CursorRow Read(int columns, Action<CursorWriter> write) => CursorRow.Parse(Write(write), List, columns);

    private static string Text(long number, string text, Guid id) => Write(writer =>
    {
        writer.Write(number);
        writer.Write(text);
        writer.Write(id);
    });

    private static string Write(Action<CursorWriter> write)
    {
        var writer = new CursorWriter(List);
        write(writer);
        var text = writer.ToText();
        Base64Url.IsValid(text).ShouldBeTrue();
        return text;
    }
}
