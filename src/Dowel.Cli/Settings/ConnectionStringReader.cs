using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.Cli;

/// <summary>Reads ADO.NET connection strings and tells from their keywords which engine they are for.</summary>
/// <remarks>An unquoted semicolon makes a part of a password look like a keyword, so no part of the text is repeated in messages.</remarks>
internal static class ConnectionStringReader
{
    private const string Remedy = "Give a URL (sqlite:app.db, postgres://user@host/database) or a connection string as the driver documents it; put a value with ';' in quotes.";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="CommandLineException">It is for no engine that Dowel knows, or has a fault.</exception>
    public static DatabaseAddress Read(string text)
    {
        var parts = Split(text);
        if (parts.ContainsKey("host") || parts.ContainsKey("server"))
        {
            var settings = new NpgsqlConnectionStringBuilder();
            Copy(parts, settings, "PostgreSQL");
            return DatabaseAddress.OfServer(settings);
        }

        if (parts.ContainsKey("data source") || parts.ContainsKey("datasource") || parts.ContainsKey("filename"))
        {
            var settings = new SqliteConnectionStringBuilder();
            Copy(parts, settings, "SQLite");
            return new(DatabaseKind.Sqlite, settings.ConnectionString, Path.GetFileName(settings.DataSource));
        }

        throw Refuse(parts.Count == 0
            ? "The text is neither a URL nor a connection string."
            : "The connection string names no Host (PostgreSQL) and no Data Source (SQLite).");
    }

    private static DbConnectionStringBuilder Split(string text)
    {
        try
        {
            return new() { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw Refuse("The text is neither a URL nor a connection string.");
        }
    }

    private static void Copy(DbConnectionStringBuilder from, DbConnectionStringBuilder to, string engine)
    {
        var number = 0;
        foreach (string keyword in from.Keys)
        {
            number++;
            try
            {
                to[keyword] = from[keyword];
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
            {
                throw Refuse($"The driver for {engine} does not take the connection string's setting number {number}: an unknown keyword, or a value that it cannot have.");
            }
        }
    }

    private static CommandLineException Refuse(string problem) => new(CommandLineErrors.BadUrl(problem, Remedy));
}
