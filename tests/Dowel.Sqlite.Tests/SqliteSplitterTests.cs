using Dowel.Migrations;

namespace Dowel.Sqlite.Tests;

public sealed class SqliteSplitterTests
{
    private static readonly SqliteDialect Dialect = new();

    public static TheoryData<string, string[]> Scripts => new()
    {
        { "", [] },
        { " \r\n\t;; -- nothing\n/* nothing; */ ;", [] },
        { "/* never closed ; select 1", [] },
        { "select 1", ["select 1"] },
        { "select 1;select 2 ; select 3", ["select 1", "select 2", "select 3"] },
        { "\uFEFFselect 1;\r\n\uFEFFselect 2", ["select 1", "select 2"] },
        { "-- a;\n/* b; */ select /* c; */ 1 -- d;\n /* e; */ ; -- f;", ["select /* c; */ 1 -- d;\n /* e; */"] },
        { "select 1 /* a /* b */ ; select 2", ["select 1 /* a /* b */", "select 2"] },
        { "/* a /* b */ create table t (a)", ["create table t (a)"] },
        { "/*/ ; */select 1;/**/select 2", ["select 1", "select 2"] },
        { "select 1 /* ends with the file ; select 2 \n", ["select 1 /* ends with the file ; select 2 \n"] },
        { "select 1 -- ends with the file ; select 2", ["select 1 -- ends with the file ; select 2"] },
        { "select 1 -- a carriage return ends nothing\r; select 2", ["select 1 -- a carriage return ends nothing\r; select 2"] },
        { "select 1 - -1; select 4/2", ["select 1 - -1", "select 4/2"] },
        { "select 'a;''b\\'; select 2", ["select 'a;''b\\'", "select 2"] },
        { "select \"a;\"\"b\", `a;``b`, [a;\"b]; select 2", ["select \"a;\"\"b\", `a;``b`, [a;\"b]", "select 2"] },
        { "select x'3b';select X'';select ax'' ", ["select x'3b'", "select X''", "select ax''"] },
        { "select a$b(1;select 2", ["select a$b(1", "select 2"] },
        { "select $a(b;c), :d::e(;), @f;select #g", ["select $a(b;c), :d::e(;), @f", "select #g"] },
        { "select $(1;select 2", ["select $(1", "select 2"] },
        { "select $a(b ;select 2", ["select $a(b", "select 2"] },
        { "select é$a('; 'b;", ["select é$a('; 'b"] },
        { "create table a\uFEFF; select 1", ["create table a\uFEFF", "select 1"] },
        { "begin; end; commit", ["begin", "end", "commit"] },
        { "create table trigger (begin int); end;", ["create table trigger (begin int)", "end"] },
        { "create index i on t (a); begin; select 1; end;", ["create index i on t (a)", "begin", "select 1", "end"] },
    };

    public static TheoryData<string> Triggers => new()
    {
        "create trigger a after insert on t begin select 1; end",
        "CREATE TEMP TRIGGER a AFTER INSERT ON t BEGIN SELECT 1; END",
        "create temporary trigger if not exists a after insert on t begin select 1; select 2; end",
        "explain create trigger a after insert on t begin select 1; end",
        "explain query plan create temp trigger a after insert on t begin select 1; end",
        "create/**/trigger/**/a after -- begin;\n insert on t begin select 1; end",
        "create trigger a after insert on t begin select 1;; end",
        "create trigger a after insert on t begin select case 1 when 2 then 3 end; end",
        "create trigger a after insert on t begin select case 1 when 2 then 3 end from t; select 2; end",
        "create trigger a after insert on t begin select '; end;', \"; end;\", [; end;], `; end;`; end",
        "create trigger a after insert on t begin select 1; /* ; end; */ -- ; end;\n end",
        "create trigger a after insert on t begin select 1; end /* x */ more",
        "create trigger [begin; select 1; end;] after insert on t when 1 begin select 1; end",
        "create trigger a after insert on t begin select 1; update end$ set a = 1; endé; end",
        "create trigger begin after insert on t begin select 1; end",
    };

    [Theory, MemberData(nameof(Scripts))]
    public void Statements_end_at_semicolons_that_mean_it(string script, string[] statements)
    {
        var result = Dialect.Split(script);
        result.Error.ShouldBeNull();
        result.Statements.Select(statement => statement.Text).ShouldBe(statements);
    }

    [Theory, MemberData(nameof(Triggers))]
    public void A_trigger_is_one_statement(string trigger)
    {
        Dialect.Split($"{trigger} -- c;\n ; select 9").Statements.Select(statement => statement.Text).ShouldBe([$"{trigger} -- c;", "select 9"]);
        Dialect.Split(trigger).Statements.ShouldHaveSingleItem().Text.ShouldBe(trigger);
    }

    [Theory]
    [InlineData("select 1; select 'a;", 17, "quoted string")]
    [InlineData("select 'a\\' ; b'", 15, "quoted string")]
    [InlineData("select \"a;", 7, "quoted identifier")]
    [InlineData("select `a;", 7, "quoted identifier")]
    [InlineData("select [a;", 7, "quoted identifier")]
    [InlineData("'", 0, "quoted string")]
    [InlineData("x'3b", 0, "blob")]
    [InlineData("; create trigger a after insert on t begin select 1;", 2, "trigger body")]
    [InlineData("explain create trigger a after insert on t begin select 1; select 2 end;", 0, "trigger body")]
    [InlineData("create trigger a after insert on t begin", 0, "trigger body")]
    [InlineData("create trigger a after insert on t begin select 'x; end;", 48, "quoted string")]
    [InlineData("create trigger a after insert on 't", 33, "quoted string")]
    public void What_is_never_closed_is_an_error_where_it_opens(string script, int offset, string what) =>
        Dialect.Split(script).Error.ShouldBe(new SplitError(SplitErrorKind.Unterminated, offset, what));

    [Theory]
    [InlineData(".read other.sql", 0, ".read")]
    [InlineData("select 1;\n.tables\nselect 2;", 10, ".tables")]
    [InlineData("-- c\r\n .mode csv", 7, ".mode")]
    public void A_command_of_the_shell_is_an_error(string script, int offset, string what) =>
        Dialect.Split(script).Error.ShouldBe(new SplitError(SplitErrorKind.MetaCommand, offset, what));

    [Fact]
    public void A_dot_within_a_statement_is_no_command() =>
        Dialect.Split("select t\n.a from t").Statements.ShouldHaveSingleItem();

    [Theory]
    [InlineData("select 1; select 2 \0; select 3", 19)]
    [InlineData("-- \0", 3)]
    public void A_nul_is_an_error_wherever_it_stands(string script, int offset)
    {
        var result = Dialect.Split(script);
        result.Statements.ShouldBeEmpty();
        result.Error.ShouldBe(new SplitError(SplitErrorKind.IllegalCharacter, offset, "NUL character"));
    }

    [Fact]
    public void A_trigger_without_body_ends_at_its_semicolon_and_is_left_to_the_engine() =>
        Dialect.Split("create trigger a after insert on t; select 1").Statements.Select(statement => statement.Text)
            .ShouldBe(["create trigger a after insert on t", "select 1"]);

    [Fact]
    public void Statements_before_an_error_are_kept() =>
        Dialect.Split("select 1; select 2; select '").Statements.Select(statement => statement.Start).ShouldBe([0, 10]);
}
