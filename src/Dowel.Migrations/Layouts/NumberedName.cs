using System.Buffers;

namespace Dowel.Migrations;

/// <summary>Names that start with their number: <c>001_x</c>, <c>001-x</c>, <c>1.2_x</c>, <c>20261121093000_x</c>, <c>001</c>.</summary>
internal static class NumberedName
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads number and description.</summary>
    /// <returns>False where the name does not start with a number, or with a date whose parts would be lost in the description.</returns>
    public static bool TryRead(string stem, out MigrationVersion version, out string description)
    {
        var end = stem.AsSpan().IndexOfAnyExcept(NumberCharacters);
        description = end < 0 ? "" : stem[end..].Trim('_', '-').Replace('_', ' ').Trim();
        version = default;
        return (end < 0 || stem[end] is '_' or '-')
            && DateLength(stem) == 0
            && MigrationVersion.TryParse(end < 0 ? stem : stem[..end], out version);
    }

    /// <summary>Reads a name whose number is one whole number, as a versioned script's.</summary>
    public static bool TryReadWhole(string stem, out ScriptName name)
    {
        var isRead = TryRead(stem, out var version, out var description);
        name = new(ScriptKind.Versioned, version, description);
        return isRead && !version.Text.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>Reads a name that starts with digits, whatever stands behind them, as a versioned script's.</summary>
    public static bool TryReadLoose(string stem, out ScriptName name)
    {
        var end = stem.AsSpan().IndexOfAnyExceptInRange('0', '9') is var other and >= 0 ? other : stem.Length;
        var isRead = MigrationVersion.TryParse(stem[..end], out var version) && DateLength(stem) == 0;
        name = new(ScriptKind.Versioned, version, stem[end..].Trim('_', '-', '.', ' ').Replace('_', ' '));
        return isRead;
    }

    /// <summary>A numbered name close to one that is none.</summary>
    /// <param name="file">The name as it is.</param>
    /// <param name="number">The number where it has none.</param>
    /// <param name="direction">The direction to mark it with, or null.</param>
    public static string Suggest(ScriptFileName file, string number, string? direction = null)
    {
        var (_, found, rest) = LooseName.Read(file.Stem);
        return file.With(
            $"{(found.Length > 0 ? found.Replace('_', '.') : number)}_{(rest.Length > 0 ? rest : "description")}", direction);
    }

    /// <summary>The length of a date with dashes, time included, at the start of a name; 0 where there is none.</summary>
    /// <remarks><c>2026-11-21_x</c> would be version 2026: two scripts of one year would clash, and one alone would be wrong in silence.</remarks>
    public static int DateLength(string stem)
    {
        const string shape = "0000-00-00";
        for (var i = 0; i < shape.Length; i++)
        {
            if (i == stem.Length || (shape[i] == '0' ? !char.IsAsciiDigit(stem[i]) : stem[i] != shape[i]))
            {
                return 0;
            }
        }

        var end = shape.Length;
        while (end < stem.Length && (char.IsAsciiDigit(stem[end]) || (stem[end] == '-' && end + 1 < stem.Length && char.IsAsciiDigit(stem[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
