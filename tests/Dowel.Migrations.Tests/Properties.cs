using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Migrations.Tests;

public sealed class Properties
{
    private static readonly Arbitrary<MigrationVersion> Versions = Gen
        .Elements("0", "00", "1", "01", "2", "9", "10", "99999999999999999999", "20261121093000")
        .NonEmptyListOf()
        .Select(parts => MigrationVersion.Parse(string.Join('.', parts.Take(4))))
        .ToArbitrary();

    private static readonly Arbitrary<string[]> Pieces = Gen
        .Elements("a", "é", "😀", "\n", "\r\n", " ", "${schema}", "${owner}", "${empty}", "${long}", "$", "{", "}", "select")
        .ArrayOf()
        .ToArbitrary();

    [Fact]
    public void The_order_of_versions_is_total_and_agrees_with_equality() =>
        Prop.ForAll(Versions, Versions, Versions, (a, b, c) =>
            Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (a.CompareTo(b) == 0) == a.Equals(b)
            && (!a.Equals(b) || a.GetHashCode() == b.GetHashCode())
            && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0)
            && MigrationVersion.Parse(a.Key).Equals(a)
            && MigrationVersion.Parse(a.Text).Equals(a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_of_an_expanded_text_is_found_in_the_file() => Prop.ForAll(Pieces, pieces =>
    {
        var tokens = new Dictionary<string, string> { ["owner"] = "b\n😀", ["empty"] = "", ["long"] = new('x', 40) };
        // With a blank behind it, since "$", "{", "a" and "}" in a row would be a token that nobody knows.
        var script = Loading.Script(string.Concat(pieces.Select(piece => piece == "{" ? "{ " : piece)));
        var expanded = TokenExpander.Expand(script, TokenScope.Everywhere, new("xp", tokens, TestDialect.Sqlite), TestDialect.Sqlite, []);
        return expanded is not null && Enumerable.Range(0, expanded.Text.Length + 1).All(offset => IsFound(expanded, offset));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_checksum_does_not_see_line_ends_marks_and_blanks_at_the_end() => Prop.ForAll(Pieces, pieces =>
    {
        var text = string.Concat(pieces).Replace("\r\n", "\n", StringComparison.Ordinal);
        var plain = ScriptChecksum.Of(text);
        var loaded = Loading.LoadText('\uFEFF' + "x" + text.Replace("\n", "\r\n", StringComparison.Ordinal) + " \r\n\t");
        return loaded.Scripts[0].Checksum == ScriptChecksum.Of("x" + text)
            && ScriptChecksum.Of(text + " \n\n") == plain
            && ScriptChecksum.Of(text + "x") != plain;
    }).QuickCheckThrowOnFailure();

    // Independent of the map: the original offset follows from taking tokens from the left until the offset is used up.
    private static bool IsFound(ExpandedScript expanded, int offset)
    {
        var original = expanded.OriginalOffset(offset);
        var (text, file) = (expanded.Text, expanded.Script.Text);
        var place = expanded.Locate(offset);
        var lines = file[..original].Split('\n');
        var isSplit = original > 0 && original < file.Length && char.IsSurrogatePair(file[original - 1], file[original]);
        var column = lines[^1].EnumerateRunes().Count() + (isSplit ? 0 : 1);
        var isSame = (offset == text.Length && original == file.Length)
            || (original < file.Length && (file.AsSpan(original).StartsWith("${") || (offset < text.Length && file[original] == text[offset])));
        return isSame && place.Line == lines.Length && place.Column == column;
    }
}
