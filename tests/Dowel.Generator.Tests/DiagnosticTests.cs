using Microsoft.CodeAnalysis;

namespace Dowel.Generator.Tests;

/// <summary>Each mistake with a record or repository has its code, its place and a remedy.</summary>
public sealed class DiagnosticTests
{
    private const string Repository = "[Repository<Row>] public sealed partial class RowRepository;";

    [Theory]
    [InlineData("DWL3001", "Row", "public sealed record Row([Key] long Id);")]
    [InlineData("DWL3004", "Row", "[Table(\"rows\")] public sealed class Row { [Key] public long Id { get; init; } }")]
    [InlineData("DWL3004", "Row", "[Table(\"rows\")] public struct Row { [Key] public long Id { get; init; } }")]
    [InlineData("DWL3005", "Row", "[Table(\"rows\")] internal sealed record Row([Key] long Id);")]
    [InlineData("DWL3005", "Row", "[Table(\"rows\")] file sealed record Row([Key] long Id);")]
    [InlineData("DWL3006", "Row", "[Table(\"rows\")] public sealed record Row { public long Twice => 2; }")]
    [InlineData("DWL3007", "Link", "[Table(\"rows\")] public sealed record Row([Key] long Id, Uri Link);")]
    [InlineData("DWL3007", "Names", "[Table(\"rows\")] public sealed record Row([Key] long Id, string?[] Names);")]
    [InlineData("DWL3008", "Price", "[Table(\"rows\")] public sealed record Row([Key] long Id, decimal Price);")]
    [InlineData("DWL3008", "Price", "[Table(\"rows\")] public sealed record Row([Key] long Id, Money? Price); public readonly record struct Money(decimal Value);")]
    [InlineData("DWL3009", "Price", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Precision(29, 2)] decimal Price);")]
    [InlineData("DWL3009", "Price", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Precision(2, 3)] decimal Price);")]
    [InlineData("DWL3010", "Options", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Json(typeof(string))] object Options);")]
    [InlineData("DWL3096", "Options", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Json] object Options);")]
    [InlineData("DWL3011", "Kind", "[Table(\"rows\")] public sealed record Row([Key] long Id, Kind Kind); public enum Kind { One, [Label(\"one\")] Two }")]
    [InlineData("DWL3012", "At", "[Table(\"rows\")] public sealed record Row([Key] long Id, [UnixSeconds] DateTime At);")]
    [InlineData("DWL3012", "Name", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Precision(3, 1)] string Name);")]
    [InlineData("DWL3012", "Number", "[Table(\"rows\")] public sealed record Row([Key] long Id, [AsNumber] int Number);")]
    [InlineData("DWL3013", "Name", "#nullable disable\n[Table(\"rows\")] public sealed record Row([Key] long Id, string Name);\n#nullable enable\n")]
    [InlineData("DWL3014", "Second", "[Table(\"rows\")] public sealed record Row([Key] long Id, string First, [Column(\"first\")] string Second);")]
    [InlineData("DWL3015", "Id", "[Table(\"rows\")] public sealed record Row([Key, Identity] string Id);")]
    [InlineData("DWL3015", "Id", "[Table(\"rows\")] public sealed record Row([Key, Identity] byte Id);")]
    [InlineData("DWL3016", "Number", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Identity] long Number);")]
    [InlineData("DWL3016", "Id", "[Table(\"rows\")] public sealed record Row([Key, Identity] long Id, [Key] long Other);")]
    [InlineData("DWL3017", "Version", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Version] Guid Version);")]
    [InlineData("DWL3017", "Version", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Version] int? Version);")]
    [InlineData("DWL3018", "Second", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Version] int First, [Version] int Second);")]
    [InlineData("DWL3019", "Id", "[Table(\"rows\")] public sealed record Row([Key] long? Id);")]
    [InlineData("DWL3019", "Id", "[Table(\"rows\")] public sealed record Row([Key] double Id);")]
    [InlineData("DWL3019", "Unique", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Unique] int[] Codes);")]
    [InlineData("DWL3020", "Row", "[Table(\"rows\")] public sealed record Row { public Row(long number) => Id = number; [Key] public long Id { get; } }")]
    [InlineData("DWL3020", "Row", "[Table(\"rows\")] public sealed record Row { private Row() { } [Key] public long Id { get; init; } }")]
    [InlineData("DWL3020", "Row", "[Table(\"rows\")] public sealed record Row([Key] long Id) { public required int Field; }")]
    [InlineData("DWL3021", "Id", "[Table(\"rows\")] public sealed record Row { public Row(long id) => Id = id; [Key, Identity] public long Id { get; } }")]
    [InlineData("DWL3021", "Id", "[Table(\"rows\")] public sealed record Row { public Row(Guid id) => Id = id; [Key] public Guid Id { get; } }")]
    [InlineData("DWL3022", "Unique(\"Nmae\")", "[Table(\"rows\"), Unique(\"Nmae\")] public sealed record Row([Key] long Id, string Name);")]
    [InlineData("DWL3022", "Index(\"Id\", \"Nmae\")", "[Table(\"rows\"), Index(\"Id\", \"Nmae\")] public sealed record Row([Key] long Id, string Name);")]
    [InlineData("DWL3023", "Row", "[Table(\"\")] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3023", "Id", "[Table(\"rows\")] public sealed record Row([Key, Column(\"a_name_of_more_than_sixty_three_bytes_which_postgresql_would_cut_off\")] long Id);")]
    [InlineData("DWL3035", "Other", "[Table(\"rows\")] public sealed record Row([Key] long Id, [References<Other>] int Other); [Table(\"others\")] public sealed record Other([Key] long Id);")]
    [InlineData("DWL3023", "RenamedFrom(\"\")", "[Table(\"rows\"), RenamedFrom(\"\")] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3023", "Unique(\"Name\", Name = \"\")", "[Table(\"rows\"), Unique(\"Name\", Name = \"\")] public sealed record Row([Key] long Id, string Name);")]
    [InlineData("DWL3270", "RenamedFrom(\"rows\")", "[Table(\"rows\"), RenamedFrom(\"rows\")] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3270", "RenamedFrom(\"id\")", "[Table(\"rows\")] public sealed record Row([Key] long Id, [RenamedFrom(\"id\")] string Name);")]
    [InlineData("DWL3271", "Check", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Check] string Name);")]
    [InlineData("DWL3271", "Check(Name = \"a\")", "[Table(\"rows\"), Check(Name = \"a\")] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3271", "Backfill(\" \")", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Backfill(\" \")] string Name);")]
    [InlineData("DWL3271", "Default", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Default] string Name);")]
    [InlineData("DWL3272", "Default(\"'a') primary key\")", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Default(\"'a') primary key\")] string Name);")]
    [InlineData("DWL3272", "Check(\"id > 0) or (1 = 1\")", "[Table(\"rows\"), Check(\"id > 0) or (1 = 1\")] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3272", "Backfill(Sqlite = \"'a' -- b\", Postgres = \"'a'\")", "[Table(\"rows\")] public sealed record Row([Key] long Id, [Backfill(Sqlite = \"'a' -- b\", Postgres = \"'a'\")] string Name);")]
    [InlineData("DWL3273", "RowSecurity", "[Table(\"rows\"), RowSecurity] public sealed record Row([Key] long Id);")]
    [InlineData("DWL3274", "Check(\"id > 0\", Name = \"a\")", "[Table(\"rows\"), Index(\"Id\", Name = \"a\"), Check(\"id > 0\", Name = \"a\")] public sealed record Row([Key] long Id);")]
    public void A_record(string code, string place, string record) => Check(code, place, $"{record}\n{Repository}");

    [Theory]
    [InlineData("DWL3002", "RowRepository", "[Repository<Row>] public sealed class RowRepository;")]
    [InlineData("DWL3002", "RowRepository", "public static class Outer { [Repository<Row>] public sealed partial class RowRepository; }")]
    [InlineData("DWL3003", "RowRepository", "[Repository<Row>] public sealed partial class RowRepository<T>;")]
    [InlineData("DWL3003", "RowRepository", "public static partial class Outer<T> { [Repository<Row>] public sealed partial class RowRepository; }")]
    [InlineData("DWL3003", "Wide", "[Table(\"wides\")] public sealed record Wide<T>([Key] long Id, T Value); [Repository<Wide<int>>] public sealed partial class WideRepository;")]
    [InlineData("DWL3030", "Repository<Row>(Upsert = [\"Number\"])", "[Repository<Row>(Upsert = [\"Number\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3030", "Repository<Row>(Upsert = [\"Nmae\"])", "[Repository<Row>(Upsert = [\"Nmae\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3031", "Repository<Row>(OrderBy = [\"-Nmae\"])", "[Repository<Row>(OrderBy = [\"-Nmae\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3031", "Repository<Row>(OrderBy = [\"Name\", \"-Name\"])", "[Repository<Row>(OrderBy = [\"Name\", \"-Name\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3031", "Repository<Row>(OrderBy = [\"Codes\"])", "[Repository<Row>(OrderBy = [\"Codes\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3032", "Repository<Row>(Upsert = [\"Alias\"])", "[Repository<Row>(Upsert = [\"Alias\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3032", "Repository<Row>(Upsert = [\"Id\"])", "[Repository<Row>(Upsert = [\"Id\"])] public sealed partial class RowRepository;")]
    [InlineData("DWL3033", "Repository<Row>(UpsertWhere = \"1 = 1\")", "[Repository<Row>(UpsertWhere = \"1 = 1\")] public sealed partial class RowRepository;")]
    [InlineData("DWL3034", "Repository<Log>", "[Table(\"logs\")] public sealed record Log(string Text); [Repository<Log>] public sealed partial class LogRepository;")]
    [InlineData("DWL3034", "Repository<Log>(OrderBy = [\"Text\"])", "[Table(\"logs\")] public sealed record Log(string Text, [Version] int Turn); [Repository<Log>(OrderBy = [\"Text\"])] public sealed partial class LogRepository;")]
    [InlineData("DWL3036", "RowRepository", "[Repository<Row>] public static partial class RowRepository;")]
    [InlineData("DWL3036", "RowRepository", "[Repository<Row>] public sealed partial record RowRepository;")]
    [InlineData("DWL3036", "RowRepository", "[Repository<Row>] file sealed partial class RowRepository;")]
    public void A_repository(string code, string place, string repository) => Check(
        code,
        place,
        $"[Table(\"rows\")] public sealed record Row([Key, Identity] long Id, [Unique] string Name, [Unique] string? Alias, int Number, int[] Codes);\n{repository}");

    [Fact]
    public void All_that_is_wrong_with_a_record_is_told_at_once() => Source.Diagnose($$"""
        [Table("rows")] public sealed record Row([Key] double Id, Uri Link, decimal Price, [Column("")] string Name);
        {{Repository}}
        """).Select(found => found.Id).ShouldBe(["DWL3019", "DWL3007", "DWL3008", "DWL3023"], ignoreOrder: true);

    [Fact]
    public void A_record_that_the_compiler_does_not_find_is_left_to_the_compiler() =>
        Source.Diagnose("[Repository<Nowhere>] public sealed partial class RowRepository;").ShouldBeEmpty();

    [Fact]
    public void Every_code_is_in_the_release_notes_and_has_a_message_with_a_remedy() =>
        RecordErrors.All.Concat(RepositoryErrors.All).Concat(SchemaErrors.All).ShouldAllBe(error => error.MessageFormat.ToString(null).EndsWith('.') && error.Category == "Dowel");

    [Fact]
    public void An_attribute_that_another_library_has_too_is_told_with_a_way_out() => Source.Diagnose($$"""
        namespace Other { public sealed class JsonAttribute : Attribute; }
        namespace Sample
        {
            using Other;
            using Dowel.Data;
            [Table("rows")] public sealed record Row([Key] long Id, [Json(typeof(string))] object Options);
            {{Repository}}
        }
        """).ShouldHaveSingleItem().Id.ShouldBe("DWL3096");

    [Theory]
    [InlineData("string[]", "DWL3097")]
    [InlineData("IReadOnlyList<string?>?")]
    [InlineData("Point?")]
    public void A_context_names_what_it_serializes(string type, params string[] codes)
    {
        var source = Source.Compile($$"""
            using System.Text.Json.Serialization;
            using JsonAttribute = Dowel.Data.JsonAttribute;
            public struct Point;
            [JsonSerializable(typeof(IReadOnlyList<string>)), JsonSerializable(typeof(Point))]
            public sealed partial class AppJson : JsonSerializerContext;
            [Table("rows")] public sealed record Row([Key] long Id, [Json(typeof(AppJson))] {{type}} Options);
            {{Repository}}
            """);

        Source.Driver().RunGenerators(source, TestContext.Current.CancellationToken).GetRunResult().Diagnostics
            .Select(found => found.Id).ShouldBe(codes);
    }

    private static void Check(string code, string place, string source)
    {
        var found = Source.Diagnose(source).ShouldHaveSingleItem();

        found.Id.ShouldBe(code, found.GetMessage());
        found.Severity.ShouldBe(DiagnosticSeverity.Error);
        found.GetMessage().ShouldNotContain("{");
        (Source.Usings + source).Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length).ShouldBe(place);
        found.Location.GetLineSpan().Path.ShouldBe("/project/Source.cs");
    }
}
