namespace Dowel.Cli;

/// <summary>Keeps words of the command line that may hold a password out of messages. Pure.</summary>
internal static class Secrets
{
    /// <summary>The text, or a hint where it may hold a secret.</summary>
    public static string Mask(string text) =>
        text.Contains("://", StringComparison.Ordinal)
        || text.Contains("password", StringComparison.OrdinalIgnoreCase)
        || text.Contains("pwd", StringComparison.OrdinalIgnoreCase)
            ? "(a URL or connection string)"
            : text;
}
