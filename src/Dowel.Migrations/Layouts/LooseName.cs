namespace Dowel.Migrations;

/// <summary>What a file name that fits no rule may have meant: a letter, a number and a description.</summary>
/// <param name="Letter">One of <c>V</c>, <c>R</c>, <c>U</c>, <c>B</c>, or null.</param>
/// <param name="Number">Digits with dots or underscores between them; may be empty.</param>
/// <param name="Rest">The description; may be empty.</param>
internal readonly record struct LooseName(char? Letter, string Number, string Rest)
{
    /// <summary>Reads a name as generously as it can be understood.</summary>
    public static LooseName Read(string stem)
    {
        var hasLetter = stem.Length > 0 && "VRUBvrub".Contains(stem[0]) && (stem.Length == 1 || !char.IsLetter(stem[1]));
        var text = hasLetter ? stem[1..] : stem;
        var length = NumberedName.DateLength(text);
        var number = length > 0 ? text[..length].Replace("-", "", StringComparison.Ordinal) : "";
        for (; number.Length == 0 && length < text.Length && IsNumberAt(text, length); length++)
        {
        }

        return new(
            hasLetter ? char.ToUpperInvariant(stem[0]) : null,
            number.Length > 0 ? number : text[..length],
            text[length..].Trim('_', '-', '.', ' ').Replace(' ', '_'));
    }

    private static bool IsNumberAt(string text, int at) => char.IsAsciiDigit(text[at])
        || (text[at] is '.' or '_' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));
}
