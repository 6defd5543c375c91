using System.Globalization;
using System.Text.RegularExpressions;

namespace Dowel.Contracts;

/// <summary>The type of a column, parameter or result as the code has it.</summary>
/// <param name="Word">What a value is.</param>
/// <param name="Precision">All digits of a <c>numeric</c>; 0 for other types, and where none are said.</param>
/// <param name="Scale">The digits behind its point.</param>
/// <param name="IsArray">Whether it is a list of such values.</param>
internal readonly partial record struct ContractType(ContractWord Word, int Precision = 0, int Scale = 0, bool IsArray = false)
{
    /// <summary>Reads <c>bigint</c>, <c>numeric(9,2)</c> or <c>text[]</c>.</summary>
    /// <returns>False where the text is no such word.</returns>
    public static bool TryParse(string? text, out ContractType type)
    {
        var match = Pattern().Match(text ?? "");
        var isKnown = Enum.TryParse<ContractWord>(match.Groups["word"].Value, ignoreCase: true, out var word);
        type = new(word, Number(match.Groups["precision"]), Number(match.Groups["scale"]), match.Groups["array"].Success);
        return match.Success && isKnown;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var digits = Precision > 0 ? string.Create(CultureInfo.InvariantCulture, $"({Precision},{Scale})") : "";
        return $"{Word.ToString().ToLowerInvariant()}{digits}{(IsArray ? "[]" : "")}";
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<word>[a-z]+)(\((?<precision>[0-9]{1,4}), ?(?<scale>[0-9]{1,4})\))?(?<array>\[\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
