namespace Dowel.Postgres.Tests;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("select 1")]
    [InlineData("select 'a', 'b''c'", "'a'", "'b''c'")]
    [InlineData("select E'a\\'' as \"x'\", u&'d', B'1', n'x'", "E'a\\''", "u&'d'", "B'1'", "n'x'")]
    [InlineData("select e'a'\n'b'", "e'a'\n'b'")]
    [InlineData("select 1 -- it's\n + /* 'x' /* y */ */ 2", "-- it's", "/* 'x' /* y */ */")]
    [InlineData("do $$ begin 'x'; -- y\n end $$; select 'z'", "'z'")]
    [InlineData("select \"a'b\", U&\"x'\", 'c'", "'c'")]
    [InlineData("insert into ${schema}.t values ('${x}', $${y}$$); ${z}", "'${x}'")]
    [InlineData("copy t from stdin; -- x\n${a}'\n\\.\nselect 'b'", "-- x", "${a}'\n", "'b'")]
    [InlineData("select 'a'; select 'b", "'a'")]
    [InlineData("select 'a' \\g 'b'", "'a'")]
    [InlineData("\uFEFF-- x", "-- x")]
    [InlineData("create function f() returns text begin atomic select 'a'; end; select 'b'", "'a'", "'b'")]
    public void Strings_comments_and_rows_are_quoted(string script, params string[] quoted) =>
        Postgres.Dialect.FindQuoted(script).Select(span => script.Substring(span.Start, span.Length)).ShouldBe(quoted);
}
