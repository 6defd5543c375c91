using System.Text;

namespace Dowel.Migrations.Tests;

public sealed class FlywaySettingsTests
{
    [Theory]
    [InlineData("R__x.sql", "-- evolve-repeat-always\nselect 1;", false, true)]
    [InlineData("R__x.sql", "--EVOLVE-TX-OFF and evolve-repeat-always\nselect 1;", true, true)]
    [InlineData("V1__x.sql", "-- evolve-tx-off\r\nvacuum;", true, false)]
    [InlineData("V1__x.sql", "\n-- evolve-tx-off\nselect 1;", false, false)]
    [InlineData("R__x.sql", "-- dowel: repeat=always\nselect 1;", false, true)]
    public void The_first_line_asks(string name, string text, bool withoutTransaction, bool always)
    {
        var set = Load((name, text));

        set.Errors.ShouldBeEmpty();
        var directives = set.Scripts.ShouldHaveSingleItem().Directives;
        (directives.WithoutTransaction, directives.RepeatAlways).ShouldBe((withoutTransaction, always));
    }

    [Theory]
    [InlineData("V1__x.sql", "-- evolve-repeat-always\nselect 1;")]
    [InlineData("U1__x.sql", "-- dowel: repeat=always\nselect 1;")]
    [InlineData("afterMigrate.sql", "-- dowel: repeat=always\nselect 1;")]
    public void Only_a_repeatable_script_repeats(string name, string text)
    {
        var error = Load((name, text)).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1011");
        error.Problem.ShouldContain("only a repeatable script");
    }

    [Theory]
    [InlineData("executeInTransaction=false", true, false)]
    [InlineData("# no transaction\nexecuteInTransaction = false\nplaceholderReplacement=false\n", true, true)]
    [InlineData("executeInTransaction=true\nencoding=UTF-8\nshouldExecute=true\nplaceholderReplacement=true", false, false)]
    public void The_settings_of_Flyway_count(string conf, bool withoutTransaction, bool keepsTokens)
    {
        var set = Load(("sub/V1__x.sql", "select 1;"), ("sub/V1__x.sql.conf", conf));

        set.Errors.ShouldBeEmpty();
        var script = set.Scripts.ShouldHaveSingleItem();
        (script.Directives.WithoutTransaction, script.KeepsTokens).ShouldBe((withoutTransaction, keepsTokens));
    }

    [Theory]
    [InlineData("encoding=ISO-8859-1", "'encoding' = 'ISO-8859-1'", "UTF-8")]
    [InlineData("shouldExecute=${env}==prod", "'shouldExecute'", "only=postgres")]
    [InlineData("executeInTransaction=no", "'executeInTransaction' = 'no'", "true or false")]
    [InlineData("mixed=true", "'mixed' = 'true'", "Known are executeInTransaction")]
    public void A_setting_that_cannot_be_followed_is_refused_by_name(string conf, string problem, string remedy)
    {
        var error = Load(("V1__x.sql", "select 1;"), ("V1__x.sql.conf", conf)).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1035");
        error.Location.ToString().ShouldBe("V1__x.sql.conf:1:1");
        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void Without_placeholders_a_token_is_text()
    {
        var set = Load(("V1__x.sql", "select '${nobody}';"), ("V1__x.sql.conf", "placeholderReplacement=false"));
        var errors = new List<DowelError>();

        var expanded = TokenExpander.Expand(
            set.Scripts[0], set.Tokens, new(null, new Dictionary<string, string>(), TestDialect.Postgres), TestDialect.Postgres, errors);

        errors.ShouldBeEmpty();
        expanded!.Text.ShouldBe("select '${nobody}';");
    }

    [Fact]
    public void Embedded_with_dots_for_slashes_settings_stay_with_their_script()
    {
        var found = ResourceNames.Select("test", ["Shop.Migrations.V1_1__add.users.sql.conf", "Shop.Migrations.V1_1__add.users.sql"], null, _ => Stream.Null);

        found.Companions.ShouldHaveSingleItem().Name.ShouldBe(found.Files.ShouldHaveSingleItem().Name + ".conf");
    }

    private static ScriptSet Load(params (string Name, string Text)[] files) => ScriptSetLoader.Load(
        [new MemorySource(Array.ConvertAll(files, file => (file.Name, Encoding.UTF8.GetBytes(file.Text))))], TestDialect.Postgres);
}
