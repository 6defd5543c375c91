using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Generator.Tests.Queries;

public sealed class TemplateTests
{
    [Fact]
    public void A_parameter_gets_one_number_however_often_it_is_used() =>
        Sample.Render("select @a, @b where x = @a", "b", "a").ShouldBe(("select ?1, ?2 where x = ?1", "select $1, $2 where x = $1"));

    [Fact]
    public void Columns_are_those_of_the_record() => Sample.Render("select {columns} from accounts").ShouldBe(
        ("select user_id, email, \"order\" from accounts", "select user_id, email, \"order\" from accounts"));

    [Fact]
    public void Columns_take_an_alias() =>
        Sample.Render("select {columns:a} from accounts a").Sqlite.ShouldBe("select a.user_id, a.email, a.\"order\" from accounts a");

    [Theory]
    [InlineData("x in (@l)", "x in (select value from json_each(?1))", "x = any($1)")]
    [InlineData("x not in (@l)", "x not in (select value from json_each(?1))", "x <> all($1)")]
    [InlineData("x NOT  IN ( @l ) and y", "x not in (select value from json_each(?1)) and y", "x <> all($1) and y")]
    [InlineData("not x in(@l)", "not x in (select value from json_each(?1))", "not x = any($1)")]
    public void A_list_is_one_parameter(string text, string sqlite, string postgres) => Sample.Render("select " + text, "l[]").ShouldBe(("select " + sqlite, "select " + postgres));

    [Fact]
    public void A_single_value_in_parentheses_is_what_it_is() => Sample.Render("select x in (@a)", "a").ShouldBe(("select x in (?1)", "select x in ($1)"));

    [Fact]
    public void Doubled_braces_are_one() => Sample.Render("select {{ }} '{{' {{").Sqlite.ShouldBe("select { } '{{' {");

    [Theory]
    [InlineData("select 1;", "select 1")]
    [InlineData("  select 1 ; -- done\n", "select 1")]
    [InlineData("select 1 -- one\n", "select 1")]
    [InlineData("/*+ hint */ select 1", "/*+ hint */ select 1")]
    public void What_follows_the_statement_is_left_out(string text, string sent) => Sample.Render(text).Sqlite.ShouldBe(sent);

    [Fact]
    public void Every_combination_of_fragments_is_a_statement_with_numbers_of_its_own()
    {
        var method = Sample.Method("", "", "a?", "b", "c?") with
        {
            Sqlite = "select 1 where true{? and a = @a } and b = @b{? and c = @c }{? or a2 = @a }",
            Postgres = "select 1 where true{? and a = @a } and b = @b{? and c = @c }",
        };
        Enumerable.Range(0, 4).Select(combination => Sample.Render(method, combination).Sqlite).ShouldBe(
        [
            "select 1 where true and b = ?1",
            "select 1 where true and a = ?1  and b = ?2 or a2 = ?1 ",
            "select 1 where true and b = ?1 and c = ?2 ",
            "select 1 where true and a = ?1  and b = ?2 and c = ?3  or a2 = ?1 ",
        ]);
        QueryPlan.Create(method).Conditions.ShouldBe([["a"], ["c"]]);
        Sample.Render(method, 3).Postgres.ShouldBe("select 1 where true and a = $1  and b = $2 and c = $3 ");
    }

    [Theory]
    [InlineData("select 1", true)]
    [InlineData("-- c\n( select 1 )", true)]
    [InlineData("values (1)", true)]
    [InlineData("with a as (select 1) select * from a", true)]
    [InlineData("with a as (select 1) delete from b", false)]
    [InlineData("with a as (select 1) insert into b select 1 from a", false)]
    [InlineData("insert into a values (1)", false)]
    [InlineData("INSERT INTO a VALUES (1) RETURNING b", true)]
    [InlineData("update a set b = (select returning from c)", false)]
    [InlineData("update a set b = 'returning'", false)]
    public void A_statement_s_words_tell_whether_it_gives_rows(string text, bool givesRows) =>
        TemplateReader.Read(text, SqlWords.Both).Shape.GivesRows.ShouldBe(givesRows);

    [Fact]
    public void A_text_without_marks_is_sent_as_it_is() => Prop.ForAll(LexingTests.Texts(), text =>
    {
        var template = TemplateReader.Read(text, SqlWords.Both);
        if (template.Faults.Count > 0 || template.Parts.Any(part => part.Kind != QueryPartKind.Text))
        {
            return true;
        }

        var (sqlite, postgres) = Sample.Render(text);
        return sqlite == postgres && text.Contains(sqlite, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_piece_of_a_statement_comes_from_where_it_says() => Prop.ForAll(LexingTests.Texts(), text =>
    {
        var method = Sample.Method(text, text, "x?");
        var plan = QueryPlan.Create(method);
        if (plan.Sqlite.ParameterParts.Any(part => part.Name != "x"))
        {
            return true;
        }

        var rendered = Sample.Render(plan, plan.Sqlite, -1);
        var segments = rendered.Segments.ToList();
        return segments.Zip(segments.Skip(1), (a, b) => a.Offset <= b.Offset && a.Source < b.Source || b.Source == a.Source).All(rising => rising)
            && segments.All(segment => segment.Offset <= rendered.Text.Length && segment.Source < text.Length
                && (rendered.Text[segment.Offset] == text[segment.Source] || text[segment.Source] is '@' or '{' or '}' or 'i' or 'n'));
    }).QuickCheckThrowOnFailure();
}
