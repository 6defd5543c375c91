using System.Text;

namespace Dowel.Postgres;

/// <summary>The values of quoted strings.</summary>
internal static class PostgresLiteral
{
    /// <summary>What a string or dollar-quoted token stands for.</summary>
    /// <remarks>A backslash of an <c>E''</c> string keeps the character behind it; numeric escapes stay as they are.</remarks>
    /// <param name="token">The token's text, with quotes and prefix.</param>
    public static string ValueOf(ReadOnlySpan<char> token)
    {
        if (token[0] == '$')
        {
            var tag = token[1..].IndexOf('$') + 2;
            return token[tag..^tag].ToString();
        }

        var body = token[(token.IndexOf('\'') + 1)..^1];
        return (token[0] | 0x20) == 'e' && body.ContainsAny('\\', '\n')
            ? Unescape(body)
            : body.ToString().Replace("''", "'", StringComparison.Ordinal);
    }

    private static string Unescape(ReadOnlySpan<char> body)
    {
        var value = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (i + 1 < body.Length && (body[i] == '\\' || body[i..].StartsWith("''")))
            {
                i++;
            }

            value.Append(body[i]);
        }

        return value.ToString();
    }
}
