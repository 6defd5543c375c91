using Microsoft.CodeAnalysis;

namespace Dowel.Generator.Tests;

/// <summary>Records and repositories of every shape: what is generated compiles without a warning.</summary>
public sealed class ShapeTests
{
    private const string Repository = "[Repository<Row>(OrderBy = [\"Id\"])] public sealed partial class RowRepository;";

    [Theory]
    [InlineData("public record Row([Key] long Id, string Name);")]
    [InlineData("public sealed record Row { [Key] public long Id { get; init; } public string Name { get; init; } = \"\"; }")]
    [InlineData("public sealed record Row { [Key] public required long Id { get; init; } public required string Name { get; set; } }")]
    [InlineData("public sealed record Row([property: Key] long Id) { public string? Name { get; init; } public string Shown => Name ?? \"\"; }")]
    [InlineData("public readonly record struct Row([Key] long Id, string Name);")]
    [InlineData("public record struct Row([Key] long Id, string? Name) { public int Extra { get; set; } }")]
    [InlineData("public abstract record Entity([Key] long Id); public sealed record Row(long Id, string Name) : Entity(Id);")]
    [InlineData("public abstract record Entity { [Key] public long Id { get; init; } } public sealed record Row(string Name) : Entity;")]
    [InlineData("public sealed record Row { public Row(long id, string name) { Id = id; Name = name; } [Key] public long Id { get; init; } public string Name { get; } }")]
    [InlineData("public sealed record Row([Key] long Id, string Name) { private string Hidden { get; set; } = \"\"; public static int Made { get; set; } }")]
    [InlineData("public sealed record Row([Key] long Id, int @class, string parameters, string row, string cancellationToken, string idValue);")]
    [InlineData("public sealed record Row([Key] long Id, [property: Obsolete(\"old\")] string Old);")]
    public void A_record_of_any_shape(string record)
    {
        var code = Source.Generate($"namespace App; {Table(record)} {Repository}").Code();

        code.ShouldContain("id");
        code.ShouldNotContain("hidden");
        code.ShouldNotContain("shown");
    }

    [Theory]
    [InlineData("sealed record Row([Key] RowId Id, [property: Column(\"named\")] string Name, State State, [UnixSeconds] DateTimeOffset At, string? Note) { public int? More { get; init; } }")]
    [InlineData("readonly record struct Row([Key] RowId Id, State State, [Precision(9, 2)] decimal Price, byte[]? Data)")]
    [InlineData("record struct Row([Key] RowId Id) { public required string Name { get; set; } }")]
    public void A_record_of_a_compiled_project_is_a_row_as_it_is_at_home(string declaration)
    {
        var records = $$"""
            [Table("rows")] public {{declaration}}
            {{(declaration.EndsWith('}') ? "" : ";")}}
            public readonly record struct RowId(Guid Value);
            public enum State { On, [Label("not-on")] Off }

            """;
        var elsewhere = Source.Compile(records).WithAssemblyName("Records");
        using var image = new MemoryStream();
        elsewhere.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();

        var code = Source.Generate(Source.Compile(Repository).AddReferences(MetadataReference.CreateFromImage(image.ToArray()))).Code();

        code.ShouldBe(Source.Generate(records + Repository).Code());
    }

    [Fact]
    public void A_record_in_another_file_and_namespace() => Source.Generate(Source.Compile(
        Source.File("/project/A/Row.cs", Source.Usings + "namespace A; public static class Rows { [Table(\"rows\")] public sealed record Row([Key] Guid Id); }"),
        Source.File("/project/B/Repository.cs", Source.Usings + "namespace B; [Repository<A.Rows.Row>] public sealed partial class RowRepository;")))
        .Code("contract.g.cs").ShouldContain("\"files\": [\"B/Repository.cs\", \"A/Row.cs\"]");

    [Theory]
    [InlineData("Last")]
    [InlineData("Token")]
    [InlineData("Page")]
    [InlineData("Value")]
    [InlineData("Parameters")]
    [InlineData("Statement")]
    [InlineData("Session")]
    [InlineData("String")]
    public void A_record_whose_name_is_taken(string name) => Source.Generate($$"""
        namespace App;
        [Table("rows")] public sealed record {{name}}([Key] Guid Id, [Unique] string? {{name}}Value, int[]? Codes, [Version] int Revision);
        [Repository<{{name}}>] public sealed partial class {{name}}Repository;
        """);

    [Fact]
    public void A_key_that_is_said_twice_is_found_by_once() => Source.Generate("""
        [Table("rows"), Unique(nameof(Name))] public sealed record Row([Key] RowId Id, [Unique] string Name);
        public readonly record struct RowId(Guid Value);
        [Repository<Row>] public sealed partial class RowRepository;
        """).Code().Split("FindByNameAsync(").Length.ShouldBe(3);

    [Fact]
    public void Two_repositories_of_one_record() => Source.Generate("""
        [Table("rows")] public sealed record Row([Key] long Id, string Name);
        [Repository<Row>] public sealed partial class RowRepository;
        [Repository<Row>(OrderBy = ["-Name"])] internal sealed partial class OtherRepository;
        """).GeneratedSources.Select(source => source.HintName).ShouldBe(
        ["RowRepository.g.cs", "OtherRepository.g.cs", "RowRepository.contract.g.cs", "OtherRepository.contract.g.cs"], ignoreOrder: true);

    [Theory]
    [InlineData("public partial class Outer { ", "}")]
    [InlineData("public partial record Outer { ", "}")]
    [InlineData("internal partial struct Outer { public partial interface Inner { ", "} }")]
    public void A_repository_inside_other_types(string before, string after) => Source.Generate(
        $"namespace App; {before} {Table("public sealed record Row([Key] long Id, string Name);")} {Repository} {after}");

    [Fact]
    public void A_record_of_another_assembly()
    {
        using var library = new MemoryStream();
        Source.Compile("[Table(\"rows\")] public sealed record Row([Key] long Id, [Unique] string Name);").Emit(library, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        library.Position = 0;
        var user = Source.Compile("[Repository<Row>] public sealed partial class RowRepository;").AddReferences(MetadataReference.CreateFromStream(library));

        var result = Source.Generate(user);

        result.Code().ShouldContain("FindByNameAsync");
        result.Code("contract.g.cs").ShouldContain("\"files\": [\"Source.cs\"]");
    }

    [Fact]
    public void Names_that_engines_take_for_words_are_quoted() => Source.Generate("""
        [Table("Order")]
        public sealed record Order([Key] int Group, string User, string Plain_2, [Column("with \"quotes\"")] string Odd);
        [Repository<Order>] public sealed partial class OrderRepository;
        """).Code().ShouldContain("""select \"group\", \"user\", plain_2, \"with \"\"quotes\"\"\" from \"Order\" where \"group\" = ?1""");

    private static string Table(string record) => record.Replace("public sealed record Row", "[Table(\"rows\")] public sealed record Row", StringComparison.Ordinal) is var changed
        && changed != record ? changed : record.Insert(record.LastIndexOf("public", record.IndexOf(" Row", StringComparison.Ordinal), StringComparison.Ordinal), "[Table(\"rows\")] ");
}
