using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dowel.Generator.Tests.Queries;

public sealed class QueryFileTests
{
    private const string Repository = """
        [Table("rows")] public sealed record Row([Key] long Id, string Name);
        [Repository<Row>] public sealed partial class RowRepository
        {
            [Query(File = "sql/named.sql")] public partial ValueTask<Row?> NamedAsync(string name, CancellationToken cancellationToken = default);
        }
        """;

    [Fact]
    public void A_file_is_for_both_engines() =>
        Code(("/project/sql/named.sql", "select {columns} from rows where name = @name;\n")).ShouldContain("sqlite: \"select id, name from rows where name = ?1\"");

    [Fact]
    public void A_variant_replaces_it_on_its_engine()
    {
        var code = Code(
            ("/project/sql/named.sql", "select {columns} from rows where name = @name"),
            ("/project/sql/named.postgres.sql", "select {columns} from rows where name <@ array[@name]"));
        code.ShouldContain("sqlite: \"select id, name from rows where name = ?1\"");
        code.ShouldContain("postgres: \"select id, name from rows where name <@ array[$1]\"");
    }

    [Fact]
    public void Two_variants_are_enough() => Code(
        ("/project/sql/named.sqlite.sql", "select {columns} from rows where name = @name"),
        ("/project/sql/named.postgres.sql", "select {columns} from rows where name = @name")).ShouldContain("name = $1");

    [Fact]
    public void A_fault_in_a_file_is_said_in_the_file()
    {
        var found = Run(("/project/sql/named.sql", "select {columns}\nfrom rows\nwhere name = @nam or name = @name")).Diagnostics.ShouldHaveSingleItem();
        found.Id.ShouldBe("DWL3057");
        found.Location.GetLineSpan().Path.ShouldBe("/project/sql/named.sql");
        found.Location.GetLineSpan().StartLinePosition.ShouldBe(new(2, 13));
    }

    [Fact]
    public void One_variant_alone_is_told()
    {
        var found = Run(("/project/sql/named.sqlite.sql", "select {columns} from rows where name = @name")).Diagnostics.ShouldHaveSingleItem();
        found.Id.ShouldBe("DWL3055");
    }

    [Fact]
    public void Only_an_edit_of_a_file_that_is_named_changes_anything()
    {
        var named = new SqlText("/project/sql/named.sql", "select {columns} from rows where name = @name");
        var other = new SqlText("/project/migrations/V1.sql", "create table rows (id bigint)");
        var project = Source.Compile(Repository);
        var driver = Source.Driver().AddAdditionalTexts([named, other]).RunGenerators(project, TestContext.Current.CancellationToken);

        driver = driver.ReplaceAdditionalText(other, new SqlText(other.Path, "create table rows (id integer)")).RunGenerators(project, TestContext.Current.CancellationToken);
        Reasons(driver).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        other.Reads.ShouldBe(0);

        driver = driver.ReplaceAdditionalText(named, new SqlText(named.Path, "select {columns} from rows where name like @name")).RunGenerators(project, TestContext.Current.CancellationToken);
        Reasons(driver).ShouldContain(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_keystroke_reads_no_file_again()
    {
        var named = new SqlText("/project/sql/named.sql", "select {columns} from rows where name = @name");
        var project = Source.Compile(Repository);
        var driver = Source.Driver().AddAdditionalTexts([named]).RunGenerators(project, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(project.AddSyntaxTrees(Source.File("/project/Other.cs", "class Other;")), TestContext.Current.CancellationToken);
        named.Reads.ShouldBe(1);
        Reasons(driver).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedSteps[RepositoryGenerator.QueryStep].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static string Code(params (string Path, string Text)[] files)
    {
        var result = Run(files);
        result.Diagnostics.ShouldBeEmpty();
        return result.Code();
    }

    private static GeneratorRunResult Run(params (string Path, string Text)[] files) => Source.Driver()
        .AddAdditionalTexts([.. files.Select(file => new SqlText(file.Path, file.Text))])
        .RunGenerators(Source.Compile(Repository), TestContext.Current.CancellationToken)
        .GetRunResult().Results[0];

    private sealed class SqlText(string path, string text) : AdditionalText
    {
        public int Reads { get; private set; }

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Reads++;
            return SourceText.From(text);
        }
    }
}
