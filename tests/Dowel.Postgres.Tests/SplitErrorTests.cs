using Dowel.Migrations;

namespace Dowel.Postgres.Tests;

public sealed class SplitErrorTests
{
    [Theory]
    [InlineData("select 1; select 'abc; ", 17, "quoted string")]
    [InlineData("select E'abc\\'; ", 7, "quoted string")]
    [InlineData("select e'abc\\", 7, "quoted string")]
    [InlineData("select e'abc'\n'x", 7, "quoted string")]
    [InlineData("select U&'abc''", 7, "quoted string")]
    [InlineData("select \"abc", 7, "quoted identifier")]
    [InlineData("select u&\"abc", 7, "quoted identifier")]
    [InlineData("select 1; /* a /* b */", 10, "block comment")]
    [InlineData("do $body$ begin $b$ $$", 3, "dollar quote $body$")]
    [InlineData("do $$ begin", 3, "dollar quote $$")]
    [InlineData("create function f() returns int begin atomic select 1 end;", 32, "begin atomic")]
    [InlineData("create function f() returns int begin atomic select 1;", 32, "begin atomic")]
    public void What_is_never_closed_is_refused_where_it_opens(string script, int offset, string what) =>
        Postgres.ErrorOf(script).ShouldBe(new SplitError(SplitErrorKind.Unterminated, offset, what));

    [Theory]
    [InlineData("\\connect app\nselect 1;", 0, "\\connect")]
    [InlineData("select 1;\n\\i other.sql\n", 10, "\\i")]
    [InlineData("select 1 \\gexec\n", 9, "\\gexec")]
    [InlineData("select 1\\g;", 8, "\\g")]
    [InlineData("select 1\\; select 2;", 8, "\\;")]
    [InlineData("\\.\n", 0, "\\.")]
    [InlineData("\\", 0, "\\")]
    [InlineData("\\ x", 0, "\\")]
    [InlineData("\\d+ t", 0, "\\d+")]
    [InlineData("select (1 \\restrict x\n)", 10, "\\restrict")]
    [InlineData("\\restricted x", 0, "\\restricted")]
    public void A_psql_command_is_refused_at_its_place(string script, int offset, string what) =>
        Postgres.ErrorOf(script).ShouldBe(new SplitError(SplitErrorKind.MetaCommand, offset, what));

    [Fact]
    public void What_pg_dump_puts_around_its_output_is_skipped() =>
        Postgres.Split("--\n-- dump\n--\n\n\\restrict a'b;$$\n\nselect 1;\r\n\\unrestrict x\r\nselect 2;\n\\restrict y")
            .ShouldBe(["select 1", "select 2"]);

    [Fact]
    public void A_backslash_in_quotes_is_no_command() =>
        Postgres.Split("select '\\d', \"\\d\", $$\\d$$ /* \\d */ -- \\d").ShouldHaveSingleItem();

    [Fact]
    public void Statements_before_the_error_are_kept() =>
        Postgres.Dialect.Split("select 1; select '").Statements.ShouldHaveSingleItem().Text.ShouldBe("select 1");
}
