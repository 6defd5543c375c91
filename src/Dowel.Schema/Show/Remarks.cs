using System.Text;

namespace Dowel.Schema;

/// <summary>The comments of a database, as their texts. Pure.</summary>
/// <remarks>A comment is kept as its statement, <c>comment on … is '…'</c>; SQLite has none.</remarks>
internal sealed class Remarks
{
    private const string Verb = " is ";

    private readonly Dictionary<string, string> _texts;

    /// <summary>Reads the comments.</summary>
    public Remarks(DatabaseModel model) => _texts = model.Objects.Where(each => each.Key.Kind == ObjectKind.Comment)
        .GroupBy(each => each.Key.Name).ToDictionary(group => group.Key, group => TextOf(group.First().Create), StringComparer.Ordinal);

    /// <summary>The comment on an object; null where there is none.</summary>
    public string? Find(ObjectKey key) => _texts.GetValueOrDefault(key.ToString());

    private static string TextOf(string statement)
    {
        var quote = statement.IndexOf(Verb + '\'', StringComparison.Ordinal) is var plain and >= 0 ? plain + Verb.Length
            : statement.IndexOf(Verb + "E'", StringComparison.OrdinalIgnoreCase) is var escaped and >= 0 ? escaped + Verb.Length + 1
            : -1;
        return quote < 0 ? "" : Unquote(statement[(quote + 1)..].TrimEnd('\''), statement[quote - 1] is 'E' or 'e');
    }

    private static string Unquote(string text, bool hasEscapes)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // A quote is doubled, and in a text with escapes a backslash too.
            i += i + 1 < text.Length && text[i + 1] == text[i] && (text[i] == '\'' || (hasEscapes && text[i] == '\\')) ? 1 : 0;
            result.Append(text[i]);
        }

        return result.ToString();
    }
}
