using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Reads what a statement would have broken from the engine's message.</summary>
internal static class SqliteViolations
{
    private const string IndexMark = "index '";

    /// <summary><c>UNIQUE constraint failed: t.a, t.b</c>, <c>NOT NULL constraint failed: t.a</c>; an index over expressions is named instead.</summary>
    public static Violation OfColumns(string message)
    {
        var what = AfterColon(message);
        if (what.StartsWith(IndexMark, StringComparison.Ordinal))
        {
            return new(null, what[IndexMark.Length..].TrimEnd('\''), []);
        }

        var columns = what.Split(", ");
        var dot = columns[0].LastIndexOf('.');
        return dot < 0
            ? new(null, null, [])
            : new(columns[0][..dot], null, [.. columns.Select(column => column[(column.LastIndexOf('.') + 1)..])]);
    }

    /// <summary><c>CHECK constraint failed: name</c>; a check without a name is called by its text.</summary>
    public static Violation OfCheck(string message) => new(null, AfterColon(message) is { Length: > 0 } name ? name : null, []);

    private static string AfterColon(string message)
    {
        var colon = message.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? "" : message[(colon + 2)..];
    }
}
