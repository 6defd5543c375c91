using System.Text.RegularExpressions;

namespace Dowel.Tidy;

public sealed partial class LinkRules
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere() => Tree.Expect(
        "Links to what is not there:",
        from page in Tree.Below("", ".md")
        from Match link in Link().Matches(WithoutCode(page))
        let target = link.Groups["target"].Value
        where !IsElsewhere(target) && !Leads(page, target)
        select $"{page}: {target}");

    private static bool IsElsewhere(string target) => target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);

    private static bool Leads(string page, string target)
    {
        var (path, heading) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, "");
        var file = path.Length == 0 ? page : Resolve(page, path);
        var place = Path.Combine(Tree.Root, file);
        return heading.Length == 0
            ? File.Exists(place) || Directory.Exists(place)
            : File.Exists(place) && Headings(file).Contains(heading);
    }

    private static string Resolve(string page, string path) =>
        Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, Path.GetDirectoryName(page) ?? "", path)));

    // The name that a heading gets on the pages of the usual forges.
    private static IEnumerable<string> Headings(string page) => Tree.Lines(page)
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string WithoutCode(string page) => Code().Replace(Tree.Read(page), "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
