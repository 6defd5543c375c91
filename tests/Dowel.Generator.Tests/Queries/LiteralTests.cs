using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Generator.Tests.Queries;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("\"select @x\"")]
    [InlineData("\"select\\n\\t@x\"")]
    [InlineData("\"\\u0041 \\x42 \\U0001F600 \\\" \\0 \\e @x\"")]
    [InlineData("@\"a \"\"b\"\"\n  @x\"")]
    [InlineData("\"\"\"a \"b\" @x\"\"\"")]
    [InlineData("\"\"\"\n    select\n\n      @x\n    where y\n    \"\"\"")]
    [InlineData("\"\"\"\"\n  \"\"\" @x\n  \"\"\"\"")]
    [InlineData("\"\"\"\r\n    select\r\n      @x\r\n    \"\"\"")]
    [InlineData("(\"select \" + \"@x\")")]
    [InlineData("A + \" \" + C.B")]
    public void Every_character_of_a_constant_is_found_in_source(string expression)
    {
        var (text, source) = Read(expression);
        text.Points.Count.ShouldBeGreaterThan(0);
        var at = text.Text.IndexOf("@x", StringComparison.Ordinal);
        var found = text.Locate(at, 2);
        source.Substring(found.Start, found.Length).ShouldBe("@x");
        var line = source[..found.Start].Split('\n');
        (found.First.Line, found.First.Column).ShouldBe((line.Length - 1, line[^1].Length));
        found.End.ShouldBe((line.Length - 1, line[^1].Length + 2));
    }

    [Theory]
    [InlineData("nameof(C) + \"@x\"")]
    [InlineData("$\"select {A}\"")]
    public void A_constant_that_is_computed_stands_where_it_is_named(string expression)
    {
        var (text, source) = Read(expression);
        text.Points.Count.ShouldBe(0);
        var found = text.Locate(3, 2);
        source.Substring(found.Start, found.Length).ShouldBe(expression);
    }

    [Fact]
    public void A_file_has_a_point_for_each_line()
    {
        var text = QueryText.OfFile("a.sql", "select\n  @x\r\n\nb");
        text.Locate(9, 2).ShouldBe(new("a.sql", 9, 2, (1, 2), (1, 4)));
        text.Locate(14, 1).First.ShouldBe((3, 0));
        text.Places.Select(place => (place.Offset, place.Place.Line)).ShouldBe([(0, 1), (7, 2), (13, 3), (14, 4)]);
    }

    [Theory]
    [InlineData("/p/src/A.cs", "a.sql", "/p/src/a.sql")]
    [InlineData("/p/src/A.cs", "../sql/./a.sql", "/p/sql/a.sql")]
    [InlineData("C:\\p\\src\\A.cs", "sql\\a.sql", "C:/p/src/sql/a.sql")]
    [InlineData("A.cs", "a.sql", "a.sql")]
    public void A_file_is_named_from_the_file_that_names_it(string source, string name, string path) => SqlFile.PathBeside(source, name).ShouldBe(path);

    private static (QueryText Text, string Source) Read(string expression)
    {
        var source = $$"""
            class C
            {
                const string A = "select";
                public const string B = "b @x" + "!";
                const string Text = {{expression}};
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, path: "C.cs");
        var compilation = CSharpCompilation.Create("x", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var field = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Last();
        var symbol = (IFieldSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(field)!;
        return (LiteralReader.Read(field.Initializer!.Value, (string)symbol.ConstantValue!, compilation), source);
    }
}
