using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CoreData;

/// <summary>A token as its user holds it: 256 random bits in base64url.</summary>
/// <remarks>It is not printed by <see cref="ToString"/>, so that it reaches no log by accident; <see cref="Reveal"/> is for the one it is made for.</remarks>
public sealed class TokenSecret
{
    /// <summary>How long the text of a token is, in characters.</summary>
    public const int Characters = 43;

    private const int Bytes = 32;

    private readonly string _text;

    private TokenSecret(string text) => _text = text;

    /// <summary>What the token is known by: the SHA-256 of its text in small hexadecimal digits.</summary>
    /// <remarks>No salt and no slow hash: 256 random bits cannot be guessed, and a token is found by its hash.</remarks>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_text)));

    /// <summary>Makes a token.</summary>
    /// <returns>One that nobody else has.</returns>
    public static TokenSecret Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads what a user sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The token.</param>
    /// <returns>False where it can be no token, so that the database need not be asked.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TokenSecret? secret)
    {
        var isToken = text is { Length: Characters } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        secret = isToken ? new(text!) : null;
        return isToken;
    }

    /// <summary>Whether a hash that was found is this token's, compared in the same time wherever they differ.</summary>
    /// <param name="hash">The hash of a row.</param>
    /// <returns>True where it is.</returns>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <summary>The text, for the user.</summary>
    /// <returns>What opens the door.</returns>
    public string Reveal() => _text;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
