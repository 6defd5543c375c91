using Dowel.Migrations;

namespace Dowel.Sqlite.Tests;

public sealed class SqliteDialectTests
{
    private static readonly SqliteDialect Dialect = new();

    [Theory]
    [InlineData("select 'a', \"b\", `c`, [d'e] -- 'f'\n, 'g''h' /* 'i' */", "'a'", "-- 'f'", "'g''h'", "/* 'i' */")]
    [InlineData("select [a--b], \"/*\", '*/'", "'*/'")]
    [InlineData("select x'00', a$b('c'), $d('e'), 1", "'00'", "'c'")]
    [InlineData("select 1 /* open ' ", "/* open ' ")]
    [InlineData("select 'a', 'open -- ", "'a'", "'open -- ")]
    [InlineData("select 'a', \"open 'b'", "'a'")]
    [InlineData("create trigger t begin select ${x}, 'a;'; end; -- b", "'a;'", "-- b")]
    [InlineData("select 1")]
    public void Strings_and_comments_are_found_but_not_quoted_names(string script, params string[] quoted) =>
        Dialect.FindQuoted(script).Select(span => script.Substring(span.Start, span.Length)).ShouldBe(quoted);

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b;", "\"a\"\"b;\"")]
    [InlineData("", "\"\"")]
    public void Identifiers_are_quoted_whatever_they_hold(string identifier, string quoted) =>
        Dialect.QuoteIdentifier(identifier).ShouldBe(quoted);

    [Theory]
    [InlineData("a.b")]
    [InlineData("a\"\"b'; --")]
    [InlineData("[x]`y`")]
    public void The_engine_reads_a_quoted_identifier_back(string identifier)
    {
        using var database = new ScratchDatabase();
        database.Run($"create table {Dialect.QuoteIdentifier(identifier)} (a)");
        var name = identifier.Replace("'", "''", StringComparison.Ordinal);
        database.Run($"create table proof (found check (found)); insert into proof select count(*) from sqlite_master where name = '{name}'");
    }

    [Fact]
    public void Engine_tokens_are_what_the_engine_takes()
    {
        using var database = new ScratchDatabase();
        var tokens = Dialect.EngineTokens;
        database.Run($"create table t (id {tokens["identity"]}, doc {tokens["json"]}, made {tokens["timestamp"]} default {tokens["now"]}, k {tokens["uuid"]})");
        database.Run("create table shape (ok check (ok)); insert into t (doc) values ('{}')");
        database.Run("insert into shape select made glob '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' and id = 1 from t");
    }

    [Fact]
    public void Names_have_no_limit_and_the_dialect_its_own()
    {
        Dialect.IdentifierBytesMax.ShouldBeNull();
        Dialect.Name.ShouldBe(DialectNames.Sqlite);
    }
}
