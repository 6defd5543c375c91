using System.Data.Common;

namespace Dowel.Testing;

/// <summary>Reads what a variable says of a server. Pure.</summary>
internal static class PostgresAddress
{
    /// <summary>A connection string of a URL, or of a connection string.</summary>
    /// <param name="text">The URL, as libpq takes it, or the connection string.</param>
    /// <returns>The connection string; null where it is neither.</returns>
    public static string? Read(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return text.Contains('=', StringComparison.Ordinal) ? text : null;
        }

        // Where a socket is meant there is no host, which .NET's URLs must have.
        return Uri.TryCreate(text.Replace("@/", "@localhost/", StringComparison.Ordinal).Replace(":///", "://localhost/", StringComparison.Ordinal), UriKind.Absolute, out var url)
            ? Settings(url)
            : null;
    }

    private static string Settings(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var settings = new DbConnectionStringBuilder { ["Host"] = url.IdnHost };
        Add("Port", url.Port > 0 ? $"{url.Port}" : "");
        Add("Username", user[0]);
        Add("Password", user.ElementAtOrDefault(1) ?? "");
        Add("Database", url.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : "postgres");
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            var (keyword, value) = (pair[0], pair.ElementAtOrDefault(1) ?? "");
            Add(keyword == "sslmode" ? "SSL Mode" : keyword, keyword == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value);
        }

        return settings.ConnectionString;

        void Add(string keyword, string value)
        {
            if (value.Length > 0)
            {
                settings[keyword] = Uri.UnescapeDataString(value);
            }
        }
    }
}
