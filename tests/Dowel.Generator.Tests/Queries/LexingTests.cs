using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Generator.Tests.Queries;

public sealed class LexingTests
{
    [Theory]
    [InlineData("'@x'")]
    [InlineData("'it''s @x'")]
    [InlineData("'a\\' || @y || '@x'")]
    [InlineData("\"@x\"")]
    [InlineData("`@x`")]
    [InlineData("[@x]")]
    [InlineData("-- @x")]
    [InlineData("/* @x */")]
    [InlineData("/* /* */ @x */")]
    [InlineData("E'\\'@x'")]
    [InlineData("e'a' \n 'b\\' @x'")]
    [InlineData("$$ @x $$")]
    [InlineData("$tag$ $$ @x $tag$")]
    [InlineData("a <@x")]
    [InlineData("a @@x")]
    [InlineData("a ^@x")]
    [InlineData("a @> b")]
    [InlineData("a <@ b")]
    [InlineData("a @? '$.b'")]
    [InlineData("a @@ b")]
    [InlineData("@ -5")]
    public void No_parameter_is_found_in(string text) => ParametersOf("select " + text).ShouldNotContain("x");

    [Theory]
    [InlineData("@x")]
    [InlineData("a=@x")]
    [InlineData("a<=@x")]
    [InlineData("a>@x")]
    [InlineData("a||@x")]
    [InlineData("-@x")]
    [InlineData("a+-@x")]
    [InlineData("(@x)")]
    [InlineData("@x::text")]
    [InlineData("array[@x]")]
    [InlineData("a[@x]")]
    [InlineData("1<<@x")]
    [InlineData("a@>@x")]
    [InlineData("$1$ @x $1$")]
    [InlineData("/* a */@x")]
    [InlineData("'a'@x'b'")]
    [InlineData("name := @x")]
    [InlineData("a.\"b\"[@x]")]
    public void A_parameter_is_found_in(string text) => ParametersOf("select " + text).ShouldContain("x");

    [Theory]
    [InlineData("a <@x", (int)SqlWords.Sqlite, true)]
    [InlineData("[@x]", (int)SqlWords.Postgres, true)]
    [InlineData("array[@x]", (int)SqlWords.Sqlite, false)]
    [InlineData("$$ @x $$", (int)SqlWords.Sqlite, true)]
    [InlineData("E'\\'@x'", (int)SqlWords.Sqlite, true)]
    [InlineData("/* /* */ @x /* */", (int)SqlWords.Sqlite, true)]
    [InlineData("`@x`", (int)SqlWords.Postgres, true)]
    public void An_engine_s_own_text_is_read_by_its_own_rules(string text, int words, bool isFound) =>
        ParametersOf("select " + text, (SqlWords)words).Contains("x").ShouldBe(isFound);

    [Fact]
    public void Any_text_is_read_to_its_end() => Prop.ForAll(Texts(), Gen.Elements(SqlWords.Both, SqlWords.Sqlite, SqlWords.Postgres).ToArbitrary(), (text, words) =>
    {
        var lexer = new SqlLexer(text, words);
        var end = 0;
        for (var token = lexer.Next(); token.Kind != SqlTokenKind.End; token = lexer.Next())
        {
            if (token.Length == 0 || token.Start < end || text[end..token.Start].Trim(' ', '\t', '\n', '\r', '\f', '\v', '\uFEFF').Length > 0)
            {
                return false;
            }

            end = token.End;
        }

        return text[end..].Trim(' ', '\t', '\n', '\r', '\f', '\v', '\uFEFF').Length == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_quoted_or_a_comment_has_no_parameter() => Prop.ForAll(Texts(), Texts(), (outside, inside) =>
    {
        var plain = outside.Replace("'", "").Replace("\"", "").Replace("`", "").Replace("[", "").Replace("/", "").Replace("-", "").Replace("$", "").Replace("{", "").Replace("}", "").Replace("@", "");
        string[] quoted =
        [
            $"'{inside.Replace("'", "''")} @x '",
            $"\"{inside.Replace("\"", "\"\"")} @x \"",
            $"-- {inside.Replace("\n", "").Replace("\r", "")} @x\n",
            $"/* {inside.Replace("*", "").Replace("/", "")} @x */",
            $"$q$ {inside.Replace("$", "")} @x $q$",
            $"E'{inside.Replace("\\", "\\\\").Replace("'", "\\'")} @x '",
        ];
        return quoted.All(piece => ParametersOf($"{plain} {piece} {plain}") is []);
    }).QuickCheckThrowOnFailure();

    /// <summary>Texts of all that means something to a lexer.</summary>
    internal static Arbitrary<string> Texts() => Gen
        .Elements(
            "a", "e", "E", "in", "not", "1", "é", "😀", " ", "\n", "\r\n", "\t", "'", "''", "\"", "`", "[", "]", "(", ")", "{", "}", "{?", "{{", "{columns}", "$", "$$", "$t$",
            "@", "@x", "@@", "<@", ":", "::", ":=", ":y", "?", "?1", "--", "-", "/*", "*/", "*", "/", "\\", ";", "=", "<", ".", "\0", "\uFEFF", "\uD800")
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();

    private static IReadOnlyList<string> ParametersOf(string text, SqlWords words = SqlWords.Both) =>
        [.. TemplateReader.Read(text, words).ParameterParts.Select(part => part.Name)];
}
