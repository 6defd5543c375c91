using System.Text;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Errors for people: the place, the code and the problem in front, the remedy below.</summary>
/// <param name="writer">The error stream.</param>
/// <param name="hasColours">Whether codes are coloured.</param>
/// <param name="width">The terminal's columns, at whose end lines are broken between words; null where lines stay whole.</param>
internal sealed class ErrorPage(TextWriter writer, bool hasColours, int? width)
{
    private const string Indent = "    ";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Reset = "\e[0m";

    /// <summary>Writes all errors of a failure; the failing line stands below the first.</summary>
    public void Write(Failure failure)
    {
        var excerpt = failure.Excerpt;
        foreach (var error in failure.Errors)
        {
            Write(error, Red, excerpt);
            excerpt = "";
        }
    }

    /// <summary>Writes warnings.</summary>
    public void Warn(IReadOnlyList<DowelError> warnings)
    {
        foreach (var warning in warnings)
        {
            Write(warning, Yellow, "");
        }
    }

    private void Write(DowelError error, string colour, string excerpt)
    {
        var code = hasColours ? $"{colour}{error.Code}{Reset}" : error.Code;
        writer.WriteLine(error.Location is { } place ? $"{place}: {code}: {Indented(error.Problem)}" : $"{code}: {Indented(error.Problem)}");
        if (excerpt.Length > 0)
        {
            writer.WriteLine(Indent + Indented(excerpt));
        }

        writer.WriteLine(Indent + Indented(Wrapped(error.Remedy)));
    }

    private string Wrapped(string text)
    {
        if (width is not { } columns || columns <= Indent.Length)
        {
            return text;
        }

        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            var isBroken = length > 0 && length + 1 + word.Length > columns - Indent.Length;
            lines.Append(length == 0 ? "" : isBroken ? "\n" : " ").Append(word);
            length = isBroken || length == 0 ? word.Length : length + 1 + word.Length;
        }

        return lines.ToString();
    }

    private static string Indented(string text) => text.Replace("\n", "\n" + Indent, StringComparison.Ordinal);
}
