using System.Text.RegularExpressions;

namespace Dowel.Tidy;

public sealed partial class ErrorCodeRules
{
    private const string Pages = "docs/errors/";

    private static readonly HashSet<string> Raised =
        [.. Tree.Below("src/", ".cs").SelectMany(file => QuotedCode().Matches(Tree.Read(file))).Select(match => match.Groups["code"].Value)];

    private static readonly HashSet<string> Explained =
        [.. Tree.Below(Pages, ".md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => Code().IsMatch(name))];

    [Fact]
    public void Every_code_has_a_page() => Tree.Expect(
        $"Codes in src/ without a page {Pages}CODE.md:", Raised.Except(Explained).Order());

    [Fact]
    public void Every_page_has_a_code() => Tree.Expect(
        "Pages of codes that src/ does not have:", Explained.Except(Raised).Order());

    [Fact]
    public void A_page_starts_with_its_code() => Tree.Expect(
        "Pages whose first line is not a heading with the code:",
        from code in Explained.Order()
        let title = Tree.Lines($"{Pages}{code}.md").FirstOrDefault("")
        where !title.StartsWith($"# {code}", StringComparison.Ordinal)
        select $"{Pages}{code}.md: {title}");

    [Fact]
    public void Every_code_is_provoked_by_a_test()
    {
        var tested = Tree.Files
            .Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith("tests/Dowel.Tidy/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(Tree.Read(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        Tree.Expect("Codes that no test names:", Raised.Except(tested).Order());
    }

    [GeneratedRegex("\"(?<code>DWL[0-9]{4})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedCode();

    [GeneratedRegex("DWL[0-9]{4}")]
    private static partial Regex Code();
}
