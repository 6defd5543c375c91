using System.Diagnostics.CodeAnalysis;

namespace SystemsHost;

/// <summary>A value of an enumeration in a query, by its name as JSON has it, in any capitals.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">The value.</param>
[SuppressMessage("Design", "CA1000", Justification = "Minimal APIs find the method by its name.")]
internal readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="named">The value.</param>
    /// <returns>False where no value has that name; a number is no name, and neither are several.</returns>
    public static bool TryParse(string? text, out Named<T> named)
    {
        var isKnown = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && text.All(char.IsAsciiLetter);
        named = new(value);
        return isKnown;
    }
}
