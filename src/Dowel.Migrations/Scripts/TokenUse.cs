using System.Buffers;

namespace Dowel.Migrations;

/// <summary>One <c>${name}</c> in a text.</summary>
/// <param name="Start">Where the dollar sign stands, in UTF-16 units from 0.</param>
/// <param name="Name">What stands between the braces.</param>
internal readonly record struct TokenUse(int Start, string Name)
{
    private const string Opening = "${";
    private const string FlywayPrefix = "flyway:";
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <summary>Whether it is one that Flyway fills by itself, such as <c>${flyway:timestamp}</c>; nobody else can.</summary>
    public bool IsFlywaysOwn => Name.StartsWith(FlywayPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The character behind the closing brace.</summary>
    public int End => Start + Opening.Length + Name.Length + 1;

    /// <summary>Whether a text may hold a token at all; the answer for most scripts, in one search.</summary>
    public static bool MayBeIn(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>Whether a token can be called so: <c>[A-Za-z_][A-Za-z0-9_.-]*</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> name) =>
        !name.IsEmpty && (char.IsAsciiLetter(name[0]) || name[0] == '_') && !name.ContainsAnyExcept(NameCharacters);

    /// <summary>All tokens of a text in order; what only resembles one, <c>${a b}</c>, is none.</summary>
    public static List<TokenUse> FindAll(string text)
    {
        var found = new List<TokenUse>();
        for (var at = 0; (at = text.IndexOf(Opening, at, StringComparison.Ordinal)) >= 0; at += Opening.Length)
        {
            var rest = text.AsSpan(at + Opening.Length);
            var name = rest.StartsWith(FlywayPrefix, StringComparison.OrdinalIgnoreCase) ? rest[FlywayPrefix.Length..] : rest;
            var length = name.IndexOfAnyExcept(NameCharacters);
            if (length > 0 && name[length] == '}' && IsName(name[..length]))
            {
                found.Add(new(at, rest[..(rest.Length - name.Length + length)].ToString()));
            }
        }

        return found;
    }
}
