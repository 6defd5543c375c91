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
        var head = Indented(Wrapped($"{PlaceBefore(error)}{error.Code}: {error.Problem}"));
        writer.WriteLine(hasColours ? Coloured(head, error.Code, colour) : head);
        if (excerpt.Length > 0)
        {
            writer.WriteLine(Indent + Indented(excerpt));
        }

        writer.WriteLine(Indent + Indented(Wrapped(error.Remedy)));
    }

    // A file as a whole is no place to jump to, so it is not named twice.
    private static string PlaceBefore(DowelError error) => error.Location switch
    {
        null => "",
        { Line: null, File: var file } when error.Problem.Contains(file, StringComparison.Ordinal) => "",
        { } place => $"{place}: ",
    };

    // Behind the wrapping, so that what has no width does not count.
    private static string Coloured(string head, string code, string colour)
    {
        var at = head.IndexOf($"{code}:", StringComparison.Ordinal);
        return at < 0 ? head : head.Insert(at + code.Length, Reset).Insert(at, colour);
    }

    private string Wrapped(string text) =>
        width is { } columns && columns > Indent.Length ? WordWrap.Wrap(text, columns - Indent.Length) : text;

    private static string Indented(string text) => text.Replace("\n", "\n" + Indent, StringComparison.Ordinal);
}
