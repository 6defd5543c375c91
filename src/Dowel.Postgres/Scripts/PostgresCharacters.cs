using System.Runtime.CompilerServices;

namespace Dowel.Postgres;

/// <summary>What a character can begin, as the server's scanner sees it.</summary>
/// <remarks>PostgreSQL 15, <c>src/backend/parser/scan.l</c>: every character beyond ASCII is a letter, and so is <c>_</c>.</remarks>
internal static class PostgresCharacters
{
    /// <summary>A character that belongs to nothing longer.</summary>
    public const byte Symbol = 0;

    /// <summary>White space.</summary>
    public const byte Blank = 1;

    /// <summary>A character that can begin an identifier.</summary>
    public const byte Letter = 2;

    /// <summary>A digit.</summary>
    public const byte Digit = 3;

    /// <summary><c>$</c>, which can continue an identifier.</summary>
    public const byte Dollar = 4;

    /// <summary>A character that the lexer must look at: a quote, a bracket, the beginning of a comment.</summary>
    public const byte Special = 5;

    private static readonly byte[] Classes = Classify();

    /// <summary>The character's class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ClassOf(char character)
    {
        var classes = Classes;
        return character < classes.Length ? classes[character] : Letter;
    }

    /// <summary>Whether an identifier can go on with the character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ContinuesWord(char character) => ClassOf(character) is Letter or Digit or Dollar;

    /// <summary>Whether the tag of a dollar quote can go on with the character.</summary>
    public static bool ContinuesTag(char character) => ClassOf(character) is Letter or Digit;

    private static byte[] Classify()
    {
        var classes = new byte[128];
        Mark(" \t\n\r\f\v", Blank);
        Mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", Letter);
        Mark("0123456789", Digit);
        Mark("$", Dollar);
        Mark("'\"();\\-/", Special);
        return classes;

        void Mark(string characters, byte value)
        {
            foreach (var character in characters)
            {
                classes[character] = value;
            }
        }
    }
}
