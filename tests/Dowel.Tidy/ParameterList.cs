using System.Text.RegularExpressions;

namespace Dowel.Tidy;

/// <summary>How many parameters a declared function takes, read from its text.</summary>
/// <remarks>Records are left out: their parameters are their columns.</remarks>
internal sealed partial record ParameterList(string Name, int Count)
{
    /// <summary>The functions that a file declares with a modifier in front.</summary>
    public static IEnumerable<ParameterList> FindAll(string source) =>
        from Match match in Declaration().Matches(source)
        select new ParameterList(match.Groups["name"].Value, Measure(source.AsSpan(match.Index + match.Length)));

    // Commas at the outer level; those in generics, tuples, attributes and defaults belong to one parameter.
    private static int Measure(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        var commas = 0;
        var isEmpty = true;
        foreach (var character in rest)
        {
            switch (character)
            {
                case '(' or '[' or '<' or '{':
                    depth++;
                    break;
                case ')' when depth == 0:
                    return isEmpty ? 0 : commas + 1;
                case ')' or ']' or '>' or '}':
                    depth--;
                    break;
                case ',' when depth == 0:
                    commas++;
                    break;
            }

            isEmpty &= char.IsWhiteSpace(character);
        }

        return 0;
    }

    [GeneratedRegex(
        @"^[ \t]*(?>((public|private|protected|internal|static|async|override|virtual|abstract|sealed|partial|unsafe|readonly)\s+)+)(?!record\b|extern\b)([\w.<>\[\],?()* ]+\s)?(?<name>\w+)(<[\w, ]+>)?\(",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
