using System.Text;

namespace Dowel.Cli;

/// <summary>Breaks text between words. Pure.</summary>
internal static class WordWrap
{
    /// <summary>Breaks each line of a text so that it is no longer than asked for, unless a word is.</summary>
    public static string Wrap(string text, int lengthMax) =>
        string.Join('\n', text.Split('\n').Select(line => WrapLine(line, lengthMax)));

    private static string WrapLine(string text, int lengthMax)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            var isBroken = length > 0 && length + 1 + word.Length > lengthMax;
            lines.Append(length == 0 ? "" : isBroken ? "\n" : " ").Append(word);
            length = isBroken || length == 0 ? word.Length : length + 1 + word.Length;
        }

        return lines.ToString();
    }
}
