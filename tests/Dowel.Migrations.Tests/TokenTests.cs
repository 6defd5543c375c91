namespace Dowel.Migrations.Tests;

public sealed class TokenTests
{
    private static readonly Dictionary<string, string> Own = new() { ["owner"] = "bob", ["x.y-z"] = "" };

    [Theory]
    [InlineData(TokenScope.Everywhere, "${schema}.t '${owner}' -- ${json}", "xp.t 'bob' -- text")]
    [InlineData(TokenScope.Code, "${schema}.t '${owner}' \"${owner}\" -- ${nope}\n${x.y-z}", "xp.t '${owner}' \"bob\" -- ${nope}\n")]
    [InlineData(TokenScope.Off, "'${schema}' ${other} -- ${owner}", "'${schema}' ${other} -- ${owner}")]
    [InlineData(TokenScope.Everywhere, "${ schema} ${} ${1} ${other:x} $${owner}} ${owner", "${ schema} ${} ${1} ${other:x} $bob} ${owner")]
    public void Tokens_are_replaced_where_the_scope_says(TokenScope scope, string text, string expanded)
    {
        Expand(text, scope).Text.ShouldBe(expanded);
    }

    [Theory]
    [InlineData(TokenScope.Everywhere)]
    [InlineData(TokenScope.Code)]
    [InlineData(TokenScope.Off)]
    public void A_text_without_tokens_stays_the_same_string_and_is_not_lexed(TokenScope scope)
    {
        var dialect = new TestDialect("sqlite");
        var script = Loading.Script("select '$', '{x}';");

        TokenExpander.Expand(script, scope, new(null, Own, dialect), dialect, [])!.Text.ShouldBeSameAs(script.Text);
        dialect.FindQuotedCalls.ShouldBe(0);
    }

    [Theory]
    [InlineData(TokenScope.Everywhere, "-- é\r\n '😀${onwer}'", "2:4", "Unknown token '${onwer}'.", "Did you mean 'owner'?")]
    [InlineData(TokenScope.Code, "${Schema}.t", "1:1", "Unknown token '${Schema}'.", "Did you mean 'schema'? Known: identity, json, owner, schema, x.y-z.")]
    [InlineData(TokenScope.Everywhere, "-- ${flyway:timestamp}", "1:4", "'${flyway:timestamp}' is filled by Flyway itself", "repeat=always")]
    [InlineData(TokenScope.Code, "${FLYWAY:defaultSchema}.t", "1:1", "'${FLYWAY:defaultSchema}' is filled", "${schema}")]
    [InlineData(TokenScope.Off, "'${schema}' ${schema}", "1:13", "this layout does not replace tokens", "\"tokens\": true")]
    [InlineData(TokenScope.Off, "${identity}", "1:1", "'${identity}' is used", "ScriptSetOptions.Tokens")]
    [InlineData(TokenScope.Off, "${owner} ${owner}", "1:1", "'${owner}' is used", "--var")]
    public void A_token_that_cannot_be_replaced_is_refused_with_its_place(
        TokenScope scope, string text, string place, string problem, string remedy)
    {
        var error = Refuse(text, scope, "xp");

        error.Code.ShouldBe("DWL1012");
        error.Location.ToString().ShouldBe("V1__x.sql:" + place);
        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
    }

    [Theory]
    [InlineData(TokenScope.Everywhere, "--schema")]
    [InlineData(TokenScope.Code, "--schema")]
    [InlineData(TokenScope.Off, "\"tokens\": true")]
    public void The_schema_must_be_given_where_it_is_used(TokenScope scope, string remedy)
    {
        var error = Refuse("${schema}", scope, null);

        error.Code.ShouldBe("DWL1012");
        error.Remedy.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Xp")]
    [InlineData("1p")]
    [InlineData("x-p")]
    [InlineData("xp\n")]
    [InlineData("é")]
    [InlineData("x;drop table t")]
    public void A_schema_that_would_need_quotes_is_refused(string schema)
    {
        var tokens = Tokens(schema);

        tokens.Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1013");
        tokens.Values.ContainsKey("schema").ShouldBeFalse();
    }

    [Fact]
    public void A_schema_has_63_letters_at_most()
    {
        Tokens(new('a', 63)).Errors.ShouldBeEmpty();
        Tokens(new('a', 64)).Errors.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("schema", "x", "Dowel's own")]
    [InlineData("identity", "x", "Dowel's own")]
    [InlineData("1x", "x", "cannot be a token's name")]
    [InlineData("a b", "x", "cannot be a token's name")]
    [InlineData("", "x", "cannot be a token's name")]
    [InlineData("secret", "p\0", "holds a NUL")]
    public void A_bad_variable_is_refused(string name, string value, string problem)
    {
        var tokens = Tokens("xp", new Dictionary<string, string> { [name] = value });

        var error = tokens.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1013");
        error.Problem.ShouldContain(problem);
        tokens.Values["identity"].ShouldBe("integer primary key");
    }

    [Theory]
    [InlineData(0, "1:1")]
    [InlineData(7, "1:8")]
    [InlineData(8, "1:8")]
    [InlineData(9, "1:17")]
    [InlineData(12, "2:1")]
    [InlineData(13, "2:2")]
    [InlineData(14, "2:2")]
    [InlineData(15, "2:3")]
    [InlineData(99, "2:5")]
    public void A_place_in_the_expanded_text_is_found_in_the_file(int offset, string place)
    {
        var script = Expand("select ${schema}.a\nb😀 c", TokenScope.Code);

        script.Text.ShouldBe("select xp.a\nb😀 c");
        script.Locate(offset).ToString().ShouldBe("V1__x.sql:" + place);
    }

    [Fact]
    public void Lines_are_shown_as_they_stand_in_the_file()
    {
        var script = Expand("a ${owner}\r\n\r\nlast\r", TokenScope.Code);

        script.OriginalLine(1).ShouldBe("a ${owner}");
        script.OriginalLine(2).ShouldBe("");
        script.OriginalLine(3).ShouldBe("last\r");
        script.OriginalLine(4).ShouldBe("");
        script.OriginalLine(0).ShouldBe("");
    }

    private static ScriptTokens Tokens(string? schema, Dictionary<string, string>? own = null) =>
        new(schema, own ?? Own, TestDialect.Postgres);

    private static ExpandedScript Expand(string text, TokenScope scope)
    {
        var errors = new List<DowelError>();
        var script = TokenExpander.Expand(Loading.Script(text), scope, Tokens("xp"), TestDialect.Postgres, errors);
        errors.ShouldBeEmpty();
        return script.ShouldNotBeNull();
    }

    private static DowelError Refuse(string text, TokenScope scope, string? schema)
    {
        var errors = new List<DowelError>();
        TokenExpander.Expand(Loading.Script(text), scope, Tokens(schema), TestDialect.Postgres, errors).ShouldBeNull();
        return errors.ShouldHaveSingleItem();
    }
}
