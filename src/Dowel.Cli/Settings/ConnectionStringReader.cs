using System.Data.Common;

namespace Dowel.Cli;

/// <summary>Reads ADO.NET connection strings and tells from their keywords which engine they are for.</summary>
/// <remarks>An unquoted semicolon makes a part of a password look like a keyword, so no part of the text is repeated in messages.</remarks>
internal static class ConnectionStringReader
{
    /// <summary>What to do about a connection string with a fault.</summary>
    public const string Remedy = "Give a URL (sqlite:app.db, postgres://user@host/database) or a connection string as the driver documents it; put a value with ';' in quotes.";

    private const string Neither = "The database's address is neither a URL nor a connection string.";
    private static readonly string[] FileEnds = [".db", ".sqlite", ".sqlite3"];
    private static readonly string[] FileKeywords = ["Data Source", "DataSource", "Filename"];
    private static readonly string[] NameKeywords = ["Database", "DB", "Username", "User Id", "UserId", "User", "UID"];

    /// <summary>Reads a connection string; its driver looks at the rest of it.</summary>
    /// <exception cref="CommandLineException">It is for no engine that Dowel knows.</exception>
    public static DatabaseAddress Read(string text)
    {
        var parts = Split(text);
        if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
        {
            return OfServer(parts);
        }

        return Find(parts, FileKeywords) is { } file
            ? new(DatabaseKind.Sqlite, parts.ConnectionString, Path.GetFileName(file))
            : throw Refuse(parts.Count == 0
                ? Neither
                : "The connection string names no Host (PostgreSQL) and no Data Source (SQLite).");
    }

    /// <summary>The address of a PostgreSQL database; the server's custom is a database named like the user.</summary>
    public static DatabaseAddress OfServer(DbConnectionStringBuilder parts) =>
        new(DatabaseKind.Postgres, parts.ConnectionString, Find(parts, NameKeywords) ?? "postgres");

    private static DbConnectionStringBuilder Split(string text)
    {
        try
        {
            return new() { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw IsFile(text)
                ? new CommandLineException(CommandLineErrors.BadUrl(Neither, $"Did you mean 'sqlite:{text}'? {Remedy}"))
                : Refuse(Neither);
        }
    }

    // Nothing else in this form is worth repeating: it may be a part of a secret.
    private static bool IsFile(string text) =>
        !text.AsSpan().ContainsAny("=;@:") && Array.Exists(FileEnds, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string? Find(DbConnectionStringBuilder parts, string[] keywords)
    {
        foreach (var keyword in keywords)
        {
            if (parts.TryGetValue(keyword, out var value) && value is string { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static CommandLineException Refuse(string problem) => new(CommandLineErrors.BadUrl(problem, Remedy));
}
