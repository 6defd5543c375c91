using System.Text;
using System.Text.RegularExpressions;

namespace Dowel.Contracts;

/// <summary>A statement's text with the names of owned tables found in it. Pure.</summary>
internal sealed partial class OwnedText
{
    private readonly ContractText _text;

    private OwnedText(ContractText text, IReadOnlyList<OwnedMark> marks) => (_text, Marks) = (text, marks);

    /// <summary>The names, in their order.</summary>
    public IReadOnlyList<OwnedMark> Marks { get; }

    /// <summary>Finds the names in a text: each stands between two U+0001.</summary>
    public static OwnedText Of(ContractText text) => new(
        text,
        [
            .. MarkPattern().Matches(text.Sql).Select(match => new OwnedMark(
                match.Index,
                match.Length,
                Unquote(match.Groups["name"].Value),
                match.Index + match.Length < text.Sql.Length && text.Sql[match.Index + match.Length] == '.')),
        ]);

    /// <summary>Puts names for the marks.</summary>
    /// <param name="name">The name for a mark, given its position among <see cref="Marks"/>; null for the table's own.</param>
    /// <returns>The text without marks, whose map is that of the text.</returns>
    public ContractText With(Func<int, string?> name)
    {
        if (Marks.Count == 0)
        {
            return _text;
        }

        var (sql, done) = (new StringBuilder(), 0);
        var moves = new List<(int At, int By)>();
        for (var i = 0; i < Marks.Count; i++)
        {
            var mark = Marks[i];
            sql.Append(_text.Sql, done, mark.Start - done).Append(name(i) ?? _text.Sql.Substring(mark.Start + 1, mark.Length - 2));
            done = mark.End;
            moves.Add((mark.End, sql.Length - done));
        }

        sql.Append(_text.Sql, done, _text.Sql.Length - done);
        return new(sql.ToString(), [.. _text.Map.Select(segment => segment with { Offset = segment.Offset + moves.LastOrDefault(move => move.At <= segment.Offset).By })]);
    }

    /// <summary>The names that are one mention: where rows are read, and the columns of it that are compared there.</summary>
    /// <param name="index">The position of one that is no qualifier.</param>
    public IReadOnlyList<int> Mention(int index)
    {
        var mention = new List<int> { index };
        if (index + 1 < Marks.Count && Between(index, index + 1) == " where " && Marks[index + 1].IsQualifier)
        {
            mention.Add(index + 1);
        }

        if (index > 0 && Marks[index - 1].IsQualifier && SelectedPattern().IsMatch(Between(index - 1, index)))
        {
            mention.Add(index - 1);
        }

        return mention;
    }

    private string Between(int first, int second) => _text.Sql[Marks[first].End..Marks[second].Start];

    private static string Unquote(string name) => name[0] == '"' ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;

    [GeneratedRegex("\u0001(?<name>[^\u0001]+)\u0001", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkPattern();

    // Between the two names in `select projects.id from projects`, as the generator writes it.
    [GeneratedRegex("^\\.(\"[^\"]*\"|[a-z0-9_]+) from $", RegexOptions.ExplicitCapture)]
    private static partial Regex SelectedPattern();
}
