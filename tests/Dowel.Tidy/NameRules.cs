using System.Text.RegularExpressions;

namespace Dowel.Tidy;

public sealed partial class NameRules
{
    // A name that says nothing collects everything.
    private static readonly string[] Empty =
        ["Core", "Common", "Shared", "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Base", "Misc"];

    [Fact]
    public void No_project_or_folder_has_an_empty_name() => Tree.Expect(
        $"Folders and projects named after nothing ({string.Join(", ", Empty)}):",
        Tree.Files
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => file.Split('/')[..^1])
            .Distinct(StringComparer.Ordinal)
            .Where(folder => folder.Split('.').Any(part => Empty.Contains(part, StringComparer.OrdinalIgnoreCase))));

    [Fact]
    public void No_type_has_an_empty_name() => Tree.Expect(
        "Types named after nothing, or that help, manage or are of use:",
        from file in Tree.Below("", ".cs")
        from Match type in Declaration().Matches(Tree.Read(file))
        let name = type.Groups["name"].Value
        where Empty.Contains(name) || EmptyEnd().IsMatch(name)
        select $"{file}: {name}");

    [GeneratedRegex(@"^[^/""]*\b(class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex("(Helpers?|Managers?|Utils?)$")]
    private static partial Regex EmptyEnd();
}
