using System.Text;

namespace Dowel.Sqlite;

/// <summary>Declared types. Pure.</summary>
internal static class SqliteColumnType
{
    /// <summary>A type in lower case, with one blank between words and none at parentheses; empty where there is none.</summary>
    public static string Spell(string declared)
    {
        var tokens = SqliteTokens.Read(declared);
        var text = new StringBuilder();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind is SqliteTokenKind.Word && index > 0)
            {
                text.Append(' ');
            }

            text.Append(tokens.TextOf(index).ToLowerInvariant());
        }

        return text.ToString();
    }

    /// <summary>A type as a definition has it: in quotes where its words are not plain.</summary>
    public static string Render(string type)
    {
        var tokens = SqliteTokens.Read(type);
        var isPlain = true;
        var depth = 0;
        for (var index = 0; index < tokens.Count; index++)
        {
            var text = tokens.TextOf(index);
            depth += text == "(" ? 1 : text == ")" ? -1 : 0;
            isPlain &= tokens[index].Kind switch
            {
                SqliteTokenKind.Word => !SqliteKeywords.NeedsQuotes(text) || text is "true" or "false",
                SqliteTokenKind.Number => depth == 1,
                _ => text is "(" or ")" or "," or "+" or "-",
            };
        }

        return isPlain ? type : SqliteName.Quote(type);
    }
}
