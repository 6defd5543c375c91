using System.Text.RegularExpressions;

namespace Dowel.Tidy;

public sealed partial class WordRules
{
    [Fact]
    public void No_file_knows_the_machine_it_was_written_on() => Tree.Expect(
        "Folders of one machine and hosts of one network:", Find(Machine(), Tree.Files));

    [Fact]
    public void What_is_left_to_do_has_an_issue() => Tree.Expect(
        "Notes about work to do without a link to its issue:",
        Find(Note(), Tree.Files.Where(file => !file.EndsWith(".md", StringComparison.Ordinal) && file is not ".editorconfig"))
            .Where(found => !Issue().IsMatch(found)));

    [Fact]
    public void No_code_is_folded_away() => Tree.Expect(
        "Regions and banners:", Find(Fold(), Tree.Below("", ".cs")));

    [Fact]
    public void A_lock_file_of_npm_names_no_registry() => Tree.Expect(
        "Addresses in a lock file; write it with 'npm install --omit-lockfile-registry-resolved':",
        Find(Address(), Tree.Below("", "package-lock.json")));

    private static IEnumerable<string> Find(Regex pattern, IEnumerable<string> files) =>
        from file in files
        from line in Tree.Lines(file).Select((text, index) => (text, number: index + 1))
        where pattern.IsMatch(line.text)
        select $"{file}:{line.number}: {line.text.Trim()}";

    // Home folders, a private network's names, and any package feed but the public one.
    [GeneratedRegex(@"(?<![\w.$}*])(/(work|home|root|Users)/\w|[A-Z]:\\Users)|://[^\s/""']+\.(internal|corp|lan|local)\b|://(?!api\.nuget\.org/)[^\s""]+/v3/index\.json")]
    private static partial Regex Machine();

    [GeneratedRegex("\"resolved\"|https?://")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(TOD[O]|FIXM[E]|HAC[K])\b")]
    private static partial Regex Note();

    [GeneratedRegex(@"https://\S+/issues/[0-9]+")]
    private static partial Regex Issue();

    [GeneratedRegex(@"^\s*(#region|//\s*[-=*#/]{5,})")]
    private static partial Regex Fold();
}
