using System.Globalization;

namespace Dowel.Sqlite;

/// <summary>The one spelling of a moment on SQLite: RFC 3339 in UTC with six digits, so that the order of texts is the order of time.</summary>
internal static class SqliteTime
{
    /// <summary>Writes a moment.</summary>
    public static string Render(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
