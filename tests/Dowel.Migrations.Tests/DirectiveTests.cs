namespace Dowel.Migrations.Tests;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("select 1;", false, false, null)]
    [InlineData("-- dowel: transaction=none", true, false, null)]
    [InlineData("--dowel:transaction=none\nvacuum;", true, false, null)]
    [InlineData("\r\n-- Copyright\r\n/* more\n */ -- Dowel: TRANSACTION=None, out-of-order=allow\r\nselect 1;", true, true, null)]
    [InlineData("-- dowel: out-of-order=allow lock-timeout=5s\n-- dowel: transaction=none\nselect 1;", true, true, 5_000)]
    [InlineData("-- dowel: lock-timeout=0", false, false, 0)]
    [InlineData("-- dowel is a tool\nselect 1;", false, false, null)]
    [InlineData("/* -- dowel: nonsense */ select 1;", false, false, null)]
    public void The_first_lines_ask(string text, bool withoutTransaction, bool outOfOrder, int? lockTimeoutMs)
    {
        var set = Loading.LoadText(text);

        set.Errors.ShouldBeEmpty();
        set.Scripts.ShouldHaveSingleItem().Directives.ShouldBe(new ScriptDirectives
        {
            WithoutTransaction = withoutTransaction,
            OutOfOrderAllowed = outOfOrder,
            LockTimeout = lockTimeoutMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
        });
    }

    [Theory]
    [InlineData("-- dowel: transactoin=none", "1:11", "Unknown directive 'transactoin'", "Did you mean 'transaction'?")]
    [InlineData("-- é\n-- dowel: lock-timeout=5s, frobnicate", "2:28", "Unknown directive 'frobnicate'", "Directives: transaction=none; out-of-order=allow")]
    [InlineData("-- dowel: transaction=off", "1:11", "cannot be 'off'", "transaction=none")]
    [InlineData("-- dowel: transaction = none", "1:11", "'transaction' has no value", "without blanks")]
    [InlineData("-- dowel: lock-timeout=5", "1:11", "cannot be '5'", "500ms, 30s")]
    [InlineData("-- dowel: only=oracle", "1:11", "cannot be 'oracle'", "postgres or sqlite")]
    [InlineData("-- dowel: only=sqlite only=postgres", "1:23", "given twice", "Keep one")]
    [InlineData("-- dowel:", "1:1", "names no directive", "transaction=none")]
    [InlineData("select 1;\n  -- dowel: transaction=none", "2:3", "behind the first statement", "first lines")]
    [InlineData("select 1; --dowel: transaction=none", "1:11", "behind the first statement", "first lines")]
    public void A_line_that_would_not_count_is_refused(string text, string place, string problem, string remedy)
    {
        var error = Loading.LoadText(text).Errors[0];

        error.Code.ShouldBe("DWL1011");
        error.Location.ToString().ShouldBe("V1__x.sql:" + place);
        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("select '\n-- dowel: transaction=none\n';")]
    [InlineData("select 1; -- see -- dowel: transaction=none")]
    [InlineData("select 1; -- the dowel: fine")]
    public void Words_in_strings_and_prose_are_no_directives(string text) => Loading.LoadText(text).Errors.ShouldBeEmpty();

    [Fact]
    public void A_script_for_one_database_only_is_left_out_of_the_other()
    {
        const string text = "-- dowel: only=postgres\nselect 1;";

        Loading.LoadText(text, TestDialect.Sqlite).Scripts.ShouldBeEmpty();
        Loading.LoadText(text, TestDialect.Postgres).Scripts.ShouldHaveSingleItem().Directives.Only.ShouldBe("postgres");
    }

    [Fact]
    public void A_down_goes_with_its_up()
    {
        var source = new MemorySource(
            ("1_x.up.sql", "-- dowel: only=postgres\nselect 1;"u8.ToArray()), ("1_x.down.sql", "select 1;"u8.ToArray()));

        var set = ScriptSetLoader.Load([source], TestDialect.Sqlite);

        set.Errors.ShouldBeEmpty();
        set.Scripts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("2M", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("2147483647ms", int.MaxValue)]
    public void A_duration_is_read(string text, long milliseconds)
    {
        DowelDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5")]
    [InlineData("-5s")]
    [InlineData("1.5s")]
    [InlineData("5 s")]
    [InlineData("5d")]
    [InlineData("2147483648ms")]
    [InlineData("99999999999h")]
    [InlineData("597h")]
    public void What_is_no_duration_is_refused(string? text) => DowelDuration.TryParse(text, out _).ShouldBeFalse();
}
