using System.Globalization;
using System.Text;

namespace Dowel.Generator;

/// <summary>Pieces of JSON.</summary>
internal static class JsonText
{
    /// <summary>A string, or null.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The JSON.</returns>
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => json.Append('\\').Append(letter),
                '\n' => json.Append("\\n"),
                '\t' => json.Append("\\t"),
                < ' ' or (>= '\ud800' and <= '\udfff') or '\u2028' or '\u2029' =>
                    json.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)letter),
                _ => json.Append(letter),
            };
        }

        return json.Append('"').ToString();
    }

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>An object, on one line.</summary>
    /// <param name="members">Its members' names and JSON.</param>
    /// <returns>The JSON.</returns>
    public static string Object(params IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(", ", members.Select(member => $"\"{member.Name}\": {member.Json}"))}}}";

    /// <summary>An array, on one line.</summary>
    /// <param name="items">Its items' JSON.</param>
    /// <returns>The JSON.</returns>
    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>An array with each item on lines of its own.</summary>
    /// <param name="items">Its items' JSON.</param>
    /// <param name="indent">What the items' lines start with; the end's starts with two blanks less.</param>
    /// <returns>The JSON.</returns>
    public static string Lines(IEnumerable<string> items, string indent)
    {
        var all = items.ToList();
        return all.Count == 0 ? "[]" : $"[\n{indent}{string.Join($",\n{indent}", all)}\n{indent.Substring(2)}]";
    }
}
