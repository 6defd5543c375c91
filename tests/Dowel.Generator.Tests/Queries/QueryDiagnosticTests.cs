using Microsoft.CodeAnalysis;

namespace Dowel.Generator.Tests.Queries;

/// <summary>What is wrong with methods is said where it is; <c>«»</c> mark the place.</summary>
public sealed class QueryDiagnosticTests
{
    [Theory]
    [InlineData("DWL3050", "[Query(\"select 1\")] public ValueTask «M»(CancellationToken c) => default;")]
    [InlineData("DWL3050", "[Query(\"select 1\")] public static partial ValueTask «M»(CancellationToken c);")]
    [InlineData("DWL3050", "[Query(\"select 1\")] public partial ValueTask «M»<T>(CancellationToken c);")]
    [InlineData("DWL3051", "[Query(\"select 1\")] public partial ValueTask «M»();")]
    [InlineData("DWL3052", "[Query(\"select @a\")] public partial ValueTask M(in int «a», CancellationToken c);")]
    [InlineData("DWL3053", "[Query(\"select 1\")] public partial int «M»(CancellationToken c);")]
    [InlineData("DWL3053", "[Query(\"select 1\")] public partial ValueTask<IReadOnlyList<Row?>> «M»(CancellationToken c);")]
    [InlineData("DWL3053", "[Query(\"select 1\")] public partial ValueTask<System.IDisposable> «M»(CancellationToken c);")]
    [InlineData("DWL3008", "[Query(\"select 1.5\")] public partial ValueTask<decimal> «M»(CancellationToken c);")]
    [InlineData("DWL3095", "[Query(\"select @a\")] public partial Task<Nowhere?> «M»(Elsewhere[] a, CancellationToken c);")]
    [InlineData("DWL3007", "[Query(\"select @a\")] public partial ValueTask M(object «a», CancellationToken c);")]
    [InlineData("DWL3007", "[Query(\"select 1\")] public partial ValueTask<(int A, object B)> «M»(CancellationToken c);")]
    [InlineData("DWL3054", "[Query(\"select 1 in (@a)\")] public partial ValueTask M(int?[] «a», CancellationToken c);")]
    [InlineData("DWL3055", "[Query(Postgres = \"select 1\")] public partial ValueTask «M»(CancellationToken c);")]
    [InlineData("DWL3055", "[Query(\" \")] public partial ValueTask «M»(CancellationToken c);")]
    [InlineData("DWL3056", "[Query(File = «\"a.sql\"»)] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3057", "[Query(\"select «@b», @a\")] public partial ValueTask M(int a, CancellationToken c);")]
    [InlineData("DWL3057", "[Query(@\"select \"\"x\"\", «@b»\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3057", "[Query(\"select\\n\\t\\u0027\\u0027, «@c»\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3057", "const string S = \"select «@b»\"; [Query(S + \" + 1\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3057", "[Query(«\"select @\" + nameof(M)»)] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3057", "[Query(Sqlite = \"select 1\", Postgres = \"select «@b»\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3087", "[Query(\"select 1\")] public partial ValueTask<long> «CountAsync»(CancellationToken c);")]
    [InlineData("DWL3087", "[Query(\"select @a\")] public partial ValueTask<long> «FindAsync»(long a, CancellationToken c);")]
    [InlineData("DWL3058", "[Query(\"select 1\")] public partial ValueTask M(int «a», CancellationToken c);")]
    [InlineData("DWL3059", "[Query(\"select «{colums}» from rows\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3060", "[Query(\"select 1 «}» from rows\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3061", "[Query(\"select «'»a from rows\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3062", "[Query(\"select (1 {? + @a«)» }\")] public partial ValueTask M(int? a, CancellationToken c);")]
    [InlineData("DWL3063", "[Query(\"select 1; «select» 2\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3064", "[Query(\"select «$1»\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3065", "[Query(\"select 1 «<@a», @a\")] public partial ValueTask M(int a, CancellationToken c);")]
    [InlineData("DWL3066", "[Query(\"select 1 {? + @a «{?» + @a }\")] public partial ValueTask M(int? a, CancellationToken c);")]
    [InlineData("DWL3067", "[Query(\"select 1 «{?» + @a }\")] public partial ValueTask M(int a, CancellationToken c);")]
    [InlineData("DWL3069", "[Query(\"select 1 = «@a»\")] public partial ValueTask M(int[] a, CancellationToken c);")]
    [InlineData("DWL3070", "[Query(\"select 1 in («@a»)\")] public partial ValueTask M(int[]? a, CancellationToken c);")]
    [InlineData("DWL3071", "[Query(\"«delete» from rows\")] public partial ValueTask<Row?> M(CancellationToken c);")]
    [InlineData("DWL3072", "[Query(Sqlite = \"«delete» from rows\", Postgres = \"delete from rows returning id\")] public partial ValueTask<long> M(CancellationToken c);")]
    [InlineData("DWL3073", "[Query(\"select {columns} from rows order by id\")] public partial ValueTask<Page<Row>> «M»(CancellationToken c);")]
    [InlineData("DWL3073", "[Query(\"select {columns} from rows order by id\")] public partial ValueTask<Row?> «M»(PageRequest p, CancellationToken c);")]
    [InlineData("DWL3074", "[Query(\"select {columns} from rows\")] public partial ValueTask<Page<Row>> «M»(PageRequest p, CancellationToken c);")]
    [InlineData("DWL3074", "[Query(\"select {columns} from rows order by id «limit» 1\")] public partial ValueTask<Page<Row>> M(PageRequest p, CancellationToken c);")]
    [InlineData("DWL3074", "[Query(\"select {columns} from rows «order» by id\")] public partial ValueTask<CursorPage<Row>> M(CursorRequest p, CancellationToken c);")]
    [InlineData("DWL3075", "[Query(\"select id from rows\")] public partial ValueTask<CursorPage<long>> «M»(CursorRequest p, CancellationToken c);")]
    [InlineData("DWL3075", "[Query(\"select {columns} from rows\", OrderBy = [\"-Nam\"])] public partial ValueTask<CursorPage<Row>> «M»(CursorRequest p, CancellationToken c);")]
    [InlineData("DWL3075", "[Query(\"select {columns} from rows\", OrderBy = [\"Id\"])] public partial ValueTask<Row?> «M»(CancellationToken c);")]
    [InlineData("DWL3077", "[Query(\"select 1\", File = \"a.sql\")] public partial ValueTask «M»(CancellationToken c);")]
    [InlineData("DWL3079", "} public partial class Other { [Query(\"select 1\")] public void «M»() { }")]
    public void It_is_said_where_it_is(string code, string member)
    {
        var (text, place) = Mark(member);

        var found = Source.Diagnose(text).ShouldHaveSingleItem();

        found.Id.ShouldBe(code);
        var span = found.Location.SourceSpan;
        (Source.Usings + text).Substring(span.Start, span.Length).ShouldBe(place.Text);
        span.Start.ShouldBe(place.Start);
        found.Location.GetLineSpan().Path.ShouldBe("/project/Source.cs");
    }

    [Fact]
    public void A_raw_literal_has_places_too()
    {
        var (text, place) = Mark(""""
            [Query("""
                select 1,
                  «@b»
                """)]
            public partial ValueTask M(CancellationToken c);
            """");
        var found = Source.Diagnose(text).ShouldHaveSingleItem();
        found.Location.SourceSpan.Start.ShouldBe(place.Start);
        found.Location.GetLineSpan().StartLinePosition.Character.ShouldBe(6);
    }

    [Fact]
    public void Too_many_fragments_are_said_once()
    {
        var names = "abcdefg";
        var sql = "select 1" + string.Concat(names.Select(name => $"{{? + @{name} }}"));
        var parameters = string.Concat(names.Select(name => $"int? {name}, "));
        Source.Diagnose(Mark($"[Query(\"{sql}\")] public partial ValueTask M({parameters}CancellationToken c);").Text).ShouldHaveSingleItem().Id.ShouldBe("DWL3068");
    }

    [Theory]
    [InlineData("long? id")]
    [InlineData("string id")]
    public void Another_way_to_find_is_another_method(string parameter) =>
        Source.Generate(Mark($"[Query(\"select {{columns}} from rows where name = @id\")] public partial ValueTask<Row?> FindAsync({parameter}, CancellationToken c);").Text);

    [Theory]
    [InlineData("[Query(\"select @b\")] public partial ValueTask<Row> M(CancellationToken c = default);")]
    [InlineData("[Query(\"select 1\")] public partial ValueTask<long> CountAsync(CancellationToken c = default);")]
    public void A_query_that_is_wrong_leaves_no_other_errors(string member)
    {
        var (text, _) = Mark(member);
        _ = Source.Driver().RunGeneratorsAndUpdateCompilation(Source.Compile(text), out var compiled, out _, TestContext.Current.CancellationToken);
        compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    private static (string Text, (int Start, string Text) Place) Mark(string member)
    {
        var text = "[Table(\"rows\")] public sealed record Row([Key] long Id, string Name);\n[Repository<Row>] public sealed partial class RowRepository\n{\n" + member + "\n}";
        var (start, end) = (text.IndexOf('«'), text.IndexOf('»'));
        return start < 0
            ? (text, (0, ""))
            : (text.Remove(end, 1).Remove(start, 1), (Source.Usings.Length + start, text[(start + 1)..end]));
    }
}
