using System.Security.Cryptography;
using System.Text;

namespace Dowel.Migrations;

/// <summary>The fingerprint of a text, blind to what editors and version control change by themselves.</summary>
/// <remarks>Line ends count as LF, white space at the end does not count. Pure.</remarks>
public static class ScriptChecksum
{
    /// <summary>What every fingerprint starts with.</summary>
    public const string Prefix = "sha256:";

    /// <summary>The fingerprint of a text, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        if (!trimmed.Contains('\r'))
        {
            return Hash(trimmed);
        }

        return Hash(trimmed.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    private static string Hash(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
    }
}
