namespace Dowel.Data;

/// <summary>Tells a driver's connection string from what people take for one: the command's URLs, and bare file names.</summary>
internal static class ConnectionText
{
    /// <summary>Looks at a text before a driver reads it, whose own words for this lead nowhere.</summary>
    /// <param name="connectionString">What was given; never quoted, it may hold a password.</param>
    /// <param name="example">A connection string of the engine.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">It has no <c>key=value</c>, or starts as a URL.</exception>
    public static string Check(string connectionString, string example)
    {
        var sign = connectionString.IndexOf('=', StringComparison.Ordinal);
        var key = sign < 0 ? connectionString : connectionString[..sign];
        return connectionString.Length > 0 && (sign < 0 || key.Contains(':', StringComparison.Ordinal))
            ? throw new ArgumentException($"This is no connection string of the driver, such as '{example}'. URLs of SQLite files are for the command 'dowel'.", nameof(connectionString))
            : connectionString;
    }
}
