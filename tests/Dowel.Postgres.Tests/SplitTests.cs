namespace Dowel.Postgres.Tests;

public sealed class SplitTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\f ")]
    [InlineData("\uFEFF")]
    [InlineData("-- nothing")]
    [InlineData("/* nothing; */ -- at all;")]
    [InlineData(";;\n ; /* x */ ; -- y")]
    public void A_script_without_statements_has_none(string script) => Postgres.Split(script).ShouldBeEmpty();

    [Theory]
    [InlineData("select 1; select 2", "select 1", "select 2")]
    [InlineData("select 1;select 2;", "select 1", "select 2")]
    [InlineData("\uFEFFselect 1;\r\nselect\r\n2 ;\r\n", "select 1", "select\r\n2")]
    [InlineData(";; select 1 ;; select 2\f;", "select 1", "select 2")]
    [InlineData("select 1 -- at the end", "select 1")]
    [InlineData("select 1 /* at the end */;\n-- no line end", "select 1")]
    [InlineData("-- first\n/* second */ select 1", "select 1")]
    [InlineData("select /*+ hint */ 1 -- why\n + 2;", "select /*+ hint */ 1 -- why\n + 2")]
    public void A_semicolon_ends_a_statement(string script, params string[] statements) =>
        Postgres.Split(script).ShouldBe(statements);

    [Theory]
    [InlineData("select 1 /* a; /* b; */ c; */ + 1")]
    [InlineData("select 1 /*/* x; */*/ + 1")]
    [InlineData("select 1 /**/ + /***/ 2 /* **/ + /*;**/ 3")]
    [InlineData("select 4 */* ; */ 2")]
    [InlineData("select 4 -- ;\n - 2")]
    [InlineData("select 4 -- ;\r - 2")]
    [InlineData("select 4 - - 2")]
    public void A_comment_hides_semicolons(string statement) => Whole(statement);

    [Theory]
    [InlineData("select 'a;b'")]
    [InlineData("select 'it''s; x'")]
    [InlineData("select ''';'")]
    [InlineData("select 'back\\', ';'")]
    [InlineData("select E'it\\'s; x'")]
    [InlineData("select e'it\\'s; x'")]
    [InlineData("select e'\\\\', ';'")]
    [InlineData("select e'a''\\';'")]
    [InlineData("select E'a'\n'\\';b'")]
    [InlineData("select E'a' \r\n\t '\\';b'")]
    [InlineData("select E'a' -- it's ;\n '\\';b'")]
    [InlineData("select E'a' -- one\n -- two\n '\\';b'")]
    [InlineData("select E'a' '\\', ';'")]
    [InlineData("select E'a' /* \n */ '\\', ';'")]
    [InlineData("select 'a'\n'\\', ';'")]
    [InlineData("select U&'d;\\0061\\', ';'")]
    [InlineData("select u&'d!0061;' uescape '!'")]
    [InlineData("select B'1;', x'1f;', N'\\', ';', n';'")]
    [InlineData("select e, 'x\\', ';'")]
    [InlineData("select name'x\\', ';'")]
    [InlineData("select u & 'x\\', ';'")]
    public void A_string_hides_semicolons(string statement) => Whole(statement);

    [Theory]
    [InlineData("select 1 as \"a;b\"")]
    [InlineData("select 1 as \"a\"\";b\"")]
    [InlineData("select 1 as \"it's\", ';'")]
    [InlineData("select 1 as U&\"d;\\0061\"")]
    [InlineData("select 1 as \"x\\\", ';'")]
    public void A_quoted_identifier_hides_semicolons(string statement) => Whole(statement);

    [Theory]
    [InlineData("do $$ begin perform 1; end $$")]
    [InlineData("do $a$ begin; $b$ ; $$ $A$ ; end $a$")]
    [InlineData("do $größe$ begin; end; $größe$")]
    [InlineData("do $日本$ ; $日本 $ ; $日本$")]
    [InlineData("do $_1$ ; $_1$")]
    [InlineData("select $$;$a$;$$, $a$;$$;$b$a$")]
    [InlineData("select $$a\\$$, $$'$$, $$/*$$")]
    public void A_dollar_quote_hides_semicolons(string statement) => Whole(statement);

    [Theory]
    [InlineData("select $1; select $1", "select $1", "select $1")]
    [InlineData("prepare p as select $1 + $2; execute p(1, 2)", "prepare p as select $1 + $2", "execute p(1, 2)")]
    [InlineData("select a$b; select a$b", "select a$b", "select a$b")]
    [InlineData("select a$b$; select a$b$", "select a$b$", "select a$b$")]
    [InlineData("select ü$b$; select ü$b$", "select ü$b$", "select ü$b$")]
    [InlineData("select a$$; select a$$", "select a$$", "select a$$")]
    [InlineData("select $1$$;$$; select 2", "select $1$$;$$", "select 2")]
    [InlineData("select 1 $ 2; select 3 $", "select 1 $ 2", "select 3 $")]
    public void A_parameter_or_a_name_is_no_dollar_quote(string script, params string[] statements) =>
        Postgres.Split(script).ShouldBe(statements);

    [Theory]
    [InlineData("create rule r as on insert to t do also (insert into u values (1); delete from v)")]
    [InlineData("create rule r as on insert to t do instead (select ')'; select (1); notify x)")]
    public void Parentheses_hide_semicolons(string statement) => Whole(statement);

    [Theory]
    [InlineData("select (1; select 2;", "select (1; select 2;")]
    [InlineData("select 1); select 2", "select 1)", "select 2")]
    [InlineData("create table t (a int; ", "create table t (a int;")]
    public void Unbalanced_parentheses_are_the_servers_business(string script, params string[] statements) =>
        Postgres.Split(script).ShouldBe(statements);

    [Theory]
    [InlineData("begin; insert into t values (1); end; select 1", "begin", "insert into t values (1)", "end", "select 1")]
    [InlineData("create table begin (\"end\" int, \"case\" int); select 1", "create table begin (\"end\" int, \"case\" int)", "select 1")]
    [InlineData("select begin from t; select 1 as end; select 2 as case", "select begin from t", "select 1 as end", "select 2 as case")]
    [InlineData("create view v as select begin atomic from t; select 1", "create view v as select begin atomic from t", "select 1")]
    [InlineData("select x @> '{}' and y ?| array['a;'] and z #>> '{a,;}' = ';'; select 2", "select x @> '{}' and y ?| array['a;'] and z #>> '{a,;}' = ';'", "select 2")]
    public void Words_do_not_hide_semicolons(string script, params string[] statements) =>
        Postgres.Split(script).ShouldBe(statements);

    [Fact]
    public void Backslashes_escape_while_the_script_says_so()
    {
        const string Escaped = @"select 'it\'s; x'";
        const string Plain = @"select 'x\'";
        foreach (var (off, on) in new[]
        {
            ("set standard_conforming_strings = off", "set standard_conforming_strings to on"),
            ("SET SESSION Standard_Conforming_Strings TO 'off'", "reset standard_conforming_strings"),
            ("set local standard_conforming_strings = false", "discard all"),
            ("set standard_conforming_strings = 0", "reset all"),
        })
        {
            Postgres.Split($"{Plain}; {off}; {Escaped}; {on}; {Plain}").ShouldBe([Plain, off, Escaped, on, Plain]);
        }
    }

    [Fact]
    public void A_statement_knows_its_place()
    {
        const string Script = "\uFEFF-- x\n  select 1  ;\nselect 2;";
        var statements = Postgres.Dialect.Split(Script).Statements;
        statements.Select(statement => (statement.Start, statement.Length, statement.End))
            .ShouldBe([(8, 8, 16), (20, 8, 28)]);
    }

    private static void Whole(string statement)
    {
        Postgres.Split(statement).ShouldBe([statement]);
        Postgres.Split($"{statement};\nselect 2;").ShouldBe([statement, "select 2"]);
    }
}
