using Microsoft.CodeAnalysis;

namespace Dowel.Generator.Tests;

/// <summary>What could lead past an owner is refused where it stands; <c>«»</c> mark the place.</summary>
public sealed class OwnershipTests
{
    private const string Records = """
        [Table("projects"), OwnedBy("OwnerId")] public sealed record Project([Key] Guid Id, UserId OwnerId, string Name, int Size);
        [Table("files"), OwnedThrough<Project>("ProjectId")] public sealed record File([Key] long Id, Guid ProjectId, string Path);
        [Table("rows")] public sealed record Row([Key] long Id, string Name);
        public readonly record struct UserId(Guid Value);

        """;

    [Theory]
    [InlineData("DWL3041", "«OwnedBy(\"Owner\")»", "[Key] long Id, long OwnerId")]
    [InlineData("DWL3041", "«OwnedBy(\"OwnerId\")»", "[Key] long Id, long? OwnerId")]
    [InlineData("DWL3041", "«OwnedBy(\"OwnerId\")»", "[Key] long Id, byte[] OwnerId")]
    [InlineData("DWL3041", "«OwnedBy(\"OwnerId\")»", "[Key] long Id, [Version] long OwnerId")]
    [InlineData("DWL3041", "«OwnedBy(\"Id\")»", "[Key, Identity] long Id")]
    [InlineData("DWL3041", "OwnedBy(\"OwnerId\"), «OwnedThrough<Project>(\"ProjectId\")»", "[Key] long Id, UserId OwnerId, Guid ProjectId")]
    [InlineData("DWL3042", "«OwnedThrough<Row>(\"RowId\")»", "[Key] long Id, long RowId")]
    [InlineData("DWL3042", "«OwnedThrough<Project>(\"Project\")»", "[Key] long Id, Guid ProjectId")]
    [InlineData("DWL3042", "«OwnedThrough<Project>(\"ProjectId\")»", "[Key] long Id, long ProjectId")]
    [InlineData("DWL3042", "«OwnedThrough<Project>(\"ProjectId\")»", "[Key] long Id, Guid? ProjectId")]
    [InlineData("DWL3042", "«OwnedThrough<Thing>(\"Parent\")»", "[Key] long Id, long Parent")]
    public void An_owner_that_cannot_be_found(string code, string attributes, string members) =>
        Check(code, $"[Table(\"things\"), {attributes}] public sealed record Thing({members}); [Repository<Thing>] public sealed partial class ThingRepository;");

    [Fact]
    public void An_owner_that_cannot_be_found_is_told_without_a_repository_as_well() =>
        Check("DWL3041", "[Table(\"things\"), «OwnedBy(\"Owner\")»] public sealed record Thing([Key] long Id, long OwnerId);");

    [Theory]
    [InlineData("DWL3043", "excluded.size > 1) or (1 = 1")]
    [InlineData("DWL3043", "excluded.size > 1 -- )")]
    [InlineData("DWL3043", "excluded.name > 'a")]
    [InlineData("DWL3083", "excluded.size in (select size from \\u0001projects\\u0001)")]
    public void The_condition_of_an_upsert(string code, string where) =>
        Check(code, $"[«Repository<Project>(UpsertWhere = \"{where}\")»] public sealed partial class ProjectRepository;");

    [Theory]
    [InlineData("DWL3080", "[Query(\"select {columns} from «{projects}»\")] public partial ValueTask<List<Project>> M(CancellationToken c);")]
    [InlineData("DWL3080", "[Query(\"select {columns} from «{projects}» where id = @owner\")] public partial ValueTask<List<Project>> M(Guid owner, CancellationToken c);")]
    [InlineData("DWL3080", "[Query(\"select {columns} from «{projects}»\")] public partial ValueTask<List<Project>> M(UserId? owner, CancellationToken c);")]
    [InlineData("DWL3080", "[Query(\"select {columns} from «{projects}»\")] public partial ValueTask<List<Project>> M(UserId[] owner, CancellationToken c);")]
    [InlineData("DWL3080", "[Query(\"select path from «{files}» f\")] public partial ValueTask<List<string>> M(CancellationToken c);")]
    [InlineData("DWL3080", "[Query(\"select 1 {? where exists (select 1 from «{files}» where path = @path) }\")] public partial ValueTask<int?> M(string? path, CancellationToken c);")]
    [InlineData("DWL3081", "[Query(\"update «{projects}» set name = 'a'\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3081", "[Query(\"delete from «{projects}»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3081", "[Query(\"insert into «{projects}» (id) values (1)\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3082", "[Unowned(\" \"), Query(\"select 1\")] public partial ValueTask<int> «M»(CancellationToken c);")]
    [InlineData("DWL3083", "[Query(\"select 1 from «\\u0001»projects\\u0001\")] public partial ValueTask<int> M(CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"1 = 1«)» or (1 = 1\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"«(1 = 1»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"1 = 1 «-- »\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"1 = 1 «/* ) */»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"1 = 1«;»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"name = «'a»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"name = $$a«)» or (1 = 1$$\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Delete(Where = \"name = @a «}» or {? 1 = @a\")] public partial ValueTask M(UserId owner, string? a, CancellationToken c);")]
    [InlineData("DWL3084", "[Update(Set = \"size = 1 «where» 1 = 1\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3084", "[Update(Set = \"size = 1 «returning» id\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3085", "[Update(Set = \"«owner_id» = @a\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, UserId a, CancellationToken c);")]
    [InlineData("DWL3085", "[Update(Set = \"size = 1, (name, «OWNER_ID») = (select 'a', @a)\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, UserId a, CancellationToken c);")]
    [InlineData("DWL3085", "[Update(Set = \"«[owner_id]» = @a\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, UserId a, CancellationToken c);")]
    [InlineData("DWL3085", "[Update(Set = \"«'owner_id'» = @a\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, UserId a, CancellationToken c);")]
    [InlineData("DWL3085", "[Update(Set = \"(«{columns}») = (select @id, @a, name, size)\", Where = \"1 = 1\")] public partial ValueTask M(UserId owner, Guid id, UserId a, CancellationToken c);")]
    [InlineData("DWL3088", "[Query(\"«truncate» projects\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3088", "[Query(Sqlite = \"select 1\", Postgres = \"«do» $$ begin delete from projects; end $$\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3088", "[Query(\"«drop» table if exists projects\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3088", "[Query(\"-- a\\n«Create» view if not exists v as select * from projects\")] public partial ValueTask M(CancellationToken c);")]
    [InlineData("DWL3086", "[Update(Set = \"\", Where = \"1 = 1\")] public partial ValueTask «M»(UserId owner, CancellationToken c);")]
    [InlineData("DWL3086", "[Delete(Where = \" \")] public partial ValueTask «M»(UserId owner, CancellationToken c);")]
    [InlineData("DWL3086", "[Delete(Where = \"true\"), Query(\"select 1\")] public partial ValueTask «M»(UserId owner, CancellationToken c);")]
    [InlineData("DWL3079", "} public partial class Other { [Delete(Where = \"true\")] public void «M»() { }")]
    [InlineData("DWL3071", "[Delete(Where = \"true\")] public partial ValueTask<Project?> «M»(UserId owner, CancellationToken c);")]
    [InlineData("DWL3057", "[Delete(Where = \"name = «@b»\")] public partial ValueTask M(UserId owner, CancellationToken c);")]
    [InlineData("DWL3059", "[Query(\"select 1 from «{rows}»\")] public partial ValueTask<int?> M(CancellationToken c);")]
    [InlineData("DWL3059", "[Query(\"select 1 from «{projects:p}»\")] public partial ValueTask<int?> M(CancellationToken c);")]
    public void A_method(string code, string member) =>
        Check(code, $"[Repository<Project>] public sealed partial class ProjectRepository\n{{\n{member}\n}}");

    [Fact]
    public void A_delete_without_its_owner_is_told_at_the_method() => Check(
        "DWL3080", "[Repository<Project>] public sealed partial class ProjectRepository { [Delete(Where = \"true\")] public partial ValueTask «M»(CancellationToken c); }", isWhole: false);

    [Fact]
    public void Rows_that_nobody_owns_are_written_by_fragments_as_well()
    {
        var code = Source.Generate(Records + """
            [Repository<Row>] public sealed partial class RowRepository
            {
                [Update(Set = "name = @name", Where = "id = @id or id = 0")] public partial ValueTask<bool> M(long id, string name, CancellationToken c);
                [Query("select count(*) from {files}")] public partial ValueTask<long> N(UserId owner, CancellationToken c);
            }
            """).Code();

        code.ShouldContain("update rows set name = ?1 where (id = ?2 or id = 0)");
        code.ShouldContain("select count(*) from (select * from files where files.project_id in (select projects.id from projects where projects.owner_id = $1)) as files");
    }

    [Theory]
    [InlineData("name = 'a'", "revision = things.revision + 1, name = 'a' where")]
    [InlineData("name = 'a', revision = 7", "set name = 'a', revision = 7 where")]
    public void A_version_rises_with_what_is_written_by_fragments(string set, string sql) => Source.Generate($$"""
        [Table("things")] public sealed record Thing([Key] long Id, string Name, [Version] int Revision);
        [Repository<Thing>] public sealed partial class ThingRepository
        {
            [Update(Set = "{{set}}", Where = "true")] public partial ValueTask M(CancellationToken c);
        }
        """).Code().ShouldContain(sql);

    [Fact]
    public void Owned_tables_of_other_projects_are_known()
    {
        var records = Source.Compile(Records).WithAssemblyName("Records");
        using var image = new MemoryStream();
        records.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        foreach (var reference in (MetadataReference[])[records.ToMetadataReference(), MetadataReference.CreateFromImage(image.ToArray())])
        {
            var result = Source.Generate(Source.Compile("""
                [Repository<Row>] public sealed partial class RowRepository
                {
                    [Query("select count(*) from {files}")] public partial ValueTask<long> N(UserId owner, CancellationToken c);
                }
                """).AddReferences(reference));

            result.Code().ShouldContain("from files where files.project_id in (select projects.id from projects where projects.owner_id = $1)");
            result.Code(".contract.g.cs").ShouldContain("""
                "owned": ["files", "projects"]
                """);
        }
    }

    [Fact]
    public void No_statement_that_is_sent_has_a_mark() =>
        Source.Generate(Records + "[Repository<File>] public sealed partial class FileRepository;").Code().ShouldNotContain("\u0001");

    private static void Check(string code, string source, bool isWhole = true)
    {
        var text = Records + source;
        var (start, end) = (text.IndexOf('«', StringComparison.Ordinal), text.IndexOf('»', StringComparison.Ordinal));
        var found = Source.Diagnose(text.Remove(end, 1).Remove(start, 1)).ShouldHaveSingleItem();

        found.Id.ShouldBe(code, found.GetMessage());
        found.Severity.ShouldBe(DiagnosticSeverity.Error);
        found.Location.SourceSpan.Start.ShouldBe(Source.Usings.Length + start);
        if (isWhole && code is not ("DWL3071" or "DWL3083"))
        {
            found.Location.SourceSpan.Length.ShouldBe(end - start - 1);
        }
    }
}
