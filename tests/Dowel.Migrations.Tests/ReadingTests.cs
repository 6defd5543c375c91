using System.Text;

namespace Dowel.Migrations.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void A_byte_order_mark_is_dropped_and_line_ends_are_kept() =>
        Read([0xEF, 0xBB, 0xBF, .. "select 1;\r\n"u8]).Scripts.ShouldHaveSingleItem().Text.ShouldBe("select 1;\r\n");

    public static TheoryData<byte[], string, string> Unreadable => new()
    {
        { [0xFF, 0xFE, 0x73, 0], "V1__x.sql:1:1", "is encoded in UTF-16" },
        { [0xFE, 0xFF, 0, 0x73], "V1__x.sql:1:1", "is encoded in UTF-16" },
        { "select 1;\n-- é"u8.ToArray()[..^1], "V1__x.sql:2:4", "byte 0xC3 at offset 13" },
        { [.. "-- é😀\n-- ö"u8, 0xE9, .. " "u8], "V1__x.sql:2:5", "byte 0xE9 at offset 15" },
        { [0xEF, 0xBB, 0xBF, 0xC0, 0xAF], "V1__x.sql:1:1", "byte 0xC0 at offset 3" },
        { [0xED, 0xA0, 0x80], "V1__x.sql:1:1", "byte 0xED at offset 0" },
        { "select\n '\0';"u8.ToArray(), "V1__x.sql:2:3", "NUL byte at offset 9" },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public void What_is_not_utf8_is_refused_with_its_place(byte[] bytes, string place, string what)
    {
        var error = Read(bytes).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1003");
        error.Location.ToString().ShouldBe(place);
        error.Problem.ShouldContain(what);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public void A_blank_script_is_refused(string text) =>
        Loading.LoadText(text).Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1008");

    [Fact]
    public void Everything_wrong_is_listed_at_once()
    {
        var set = ScriptSetLoader.Load(
            [
                new MemorySource(
                    ("V1__a.sql", []),
                    ("V2__b.sql", [0xFF]),
                    ("V2__c.sql", "select 1;"u8.ToArray()),
                    ("V3__d.sql", "-- dowel: nothing=1"u8.ToArray()),
                    ("v4__e.sql", "select 1;"u8.ToArray())),
            ],
            TestDialect.Sqlite);

        Loading.Codes(set).ShouldBe(["DWL1008", "DWL1003", "DWL1002", "DWL1011", "DWL1001"]);
    }

    [Fact]
    public void A_variant_for_another_database_is_not_read() => ScriptSetLoader.Load(
        [new MemorySource(("V1__a.sql", "select 1;"u8.ToArray()), ("V2__b.postgres.sql", Encoding.Latin1.GetBytes("é")))],
        TestDialect.Sqlite).Errors.ShouldBeEmpty();

    private static ScriptSet Read(byte[] bytes) =>
        ScriptSetLoader.Load([new MemorySource(("V1__x.sql", bytes))], TestDialect.Sqlite);
}
