namespace Dowel.Tidy;

public sealed class SampleRules
{
    private const string Fence = "```";

    // A block that begins with its usings is a program, which tests/Dowel.Packages runs.
    private static readonly string[] Pages =
        ["README.md", "docs/guide/code-first.md", "docs/guide/hosting.md", "docs/guide/repositories.md", "docs/guide/testing.md", "docs/reference/schema.md"];

    private static readonly string[] Sources =
        [.. Tree.Below("systems/", ".cs").Concat(Tree.Below("tests/Dowel.Guide/", ".cs")).Concat(Tree.Below("tests/Dowel.Hosting.Tests/", ".cs")).Concat(Tree.Below("tests/Dowel.Testing.Tests/", ".cs")).Concat(Tree.Below("tests/Dowel.Systems/", ".cs")).Concat(Tree.Below("tests/Dowel.Cli.Tests/Docs/Notes/", ".cs")).Select(file => Flat(Tree.Lines(file)))];

    [Fact]
    public void A_sample_is_compiled() => Tree.Expect(
        "Blocks of C# that are not lines of a file below systems/, tests/Dowel.Guide, tests/Dowel.Hosting.Tests, tests/Dowel.Testing.Tests, tests/Dowel.Systems or tests/Dowel.Cli.Tests/Docs/Notes:",
        from page in Pages
        from block in Blocks(page)
        where !block[0].StartsWith("using ", StringComparison.Ordinal)
        where !Array.Exists(Sources, source => source.Contains(Flat(block), StringComparison.Ordinal))
        select $"{page}: {block[0]}");

    private static IEnumerable<string[]> Blocks(string page)
    {
        List<string>? block = null;
        foreach (var line in Tree.Lines(page))
        {
            if (block is null)
            {
                block = line == Fence + "csharp" ? [] : null;
            }
            else if (line == Fence)
            {
                yield return [.. block];
                block = null;
            }
            else
            {
                block.Add(line);
            }
        }
    }

    // Where a block stands in its method does not matter, so neither does how far it is indented.
    private static string Flat(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.Trim() + "\n"));
}
