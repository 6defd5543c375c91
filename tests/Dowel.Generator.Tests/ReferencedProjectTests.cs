using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Dowel.Generator.Tests;

/// <summary>Records and ids that are declared in another project, which is seen as the compiler shows it: without its source and its private members.</summary>
public sealed class ReferencedProjectTests
{
    private const string Library = """
        namespace Library;
        public readonly record struct UserId(long Value);
        public readonly struct Plain(long value) { public long Value { get; } = value; }
        [Table("users"), OwnedBy("Id")] public sealed record User([Key] UserId Id, string Name, string? Note);
        [Table("points")] public readonly record struct Point([Key] int X, int Y);
        [Table("structs")] public readonly struct NoRecord { public int X { get; init; } }
        [Table("sites")] public sealed record Site([Key] long Id, System.Uri Address);
        """;

    [Fact]
    public void An_id_is_one_column()
    {
        var code = Source.Generate(Using("""
            [Table("notes"), OwnedThrough<User>("UserId")]
            public sealed record Note([Key, Identity] long Id, [References<User>] UserId UserId, string Text);
            [Repository<Note>] public sealed partial class NoteRepository;
            """)).Code();

        code.ShouldContain("FindAsync(global::Library.UserId owner, long id");
    }

    [Theory]
    [InlineData("User", "FindAsync(global::Library.UserId owner")]
    [InlineData("Point", "FindAsync(int x")]
    public void A_record_has_a_repository(string record, string expected) =>
        Source.Generate(Using($"[Repository<{record}>] public sealed partial class SampleRepository;")).Code().ShouldContain(expected);

    [Fact]
    public void Its_owned_tables_stand_in_braces()
    {
        var made = Source.Generate(Using("""
            [Table("notes")] public sealed record Note([Key, Identity] long Id, string Text);
            [Repository<Note>] public sealed partial class NoteRepository
            {
                [Query("select name from {users}")]
                public partial ValueTask<IReadOnlyList<string>> NamesAsync(UserId owner, CancellationToken cancellationToken = default);
            }
            """));

        made.Code().ShouldContain("(select * from users where users.id = ?1)");
        made.Code("contract.g.cs").ShouldContain("\"owned\": [\"users\"]");
    }

    [Theory]
    [InlineData("NoRecord", "DWL3004")]
    [InlineData("Site", "DWL3007")]
    public void What_is_wrong_with_it_is_told_where_it_is_used(string record, string code)
    {
        var found = Diagnose($"[Repository<{record}>] public sealed partial class SampleRepository;");

        found.Id.ShouldBe(code);
        found.Location.GetLineSpan().Path.ShouldBe("/project/Source.cs");
    }

    [Fact]
    public void A_struct_over_one_value_is_no_id()
    {
        var found = Diagnose("""
            [Table("notes")] public sealed record Note([Key] long Id, Plain Plain);
            [Repository<Note>] public sealed partial class NoteRepository;
            """);

        found.Id.ShouldBe("DWL3007");
    }

    private static Diagnostic Diagnose(string text) =>
        Source.Driver().RunGenerators(Using(text), TestContext.Current.CancellationToken).GetRunResult().Diagnostics.ShouldHaveSingleItem();

    private static CSharpCompilation Using(string text)
    {
        using var image = new MemoryStream();
        Source.Compile(Library).WithAssemblyName("Library")
            .Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false)).Success.ShouldBeTrue();
        return Source.Compile("using Library;\n" + text).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
