using System.Data.Common;
using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Cli;

/// <summary>A database as the user names it, in the driver's words.</summary>
/// <param name="Kind">The engine.</param>
/// <param name="ConnectionString">The driver's connection string; may hold a password, so it is never shown.</param>
/// <param name="Name">The database's own name, which a person types to confirm that it goes.</param>
internal sealed record DatabaseAddress(DatabaseKind Kind, string ConnectionString, string Name)
{
    private const string UrlEnd = "://";

    /// <summary>A database that lives as long as the process.</summary>
    public static DatabaseAddress Memory { get; } = OfFile(":memory:");

    /// <summary>Reads what the user gave: a URL or an ADO.NET connection string.</summary>
    /// <exception cref="CommandLineException">It is neither, or one with a fault.</exception>
    public static DatabaseAddress Parse(string text)
    {
        var value = text.Trim();
        if (value.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase))
        {
            return OfFile(SqlitePath(value["sqlite:".Length..]));
        }

        if (ReadUrl(value) is { } server)
        {
            return ConnectionStringReader.OfServer(server);
        }

        // Only what looks like a scheme is repeated: anything else may be a part of a secret.
        var scheme = value.IndexOf(UrlEnd, StringComparison.Ordinal);
        return scheme is > 0 and < 16 && value.AsSpan(0, scheme).IndexOfAnyExceptInRange('a', 'z') < 0
            ? throw new CommandLineException(CommandLineErrors.BadUrl($"Dowel does not know databases of the kind '{value[..scheme]}'."))
            : ConnectionStringReader.Read(value);
    }

    /// <summary>The address of a SQLite file.</summary>
    public static DatabaseAddress OfFile(string path) => new(
        DatabaseKind.Sqlite,
        new DbConnectionStringBuilder { { "Data Source", path } }.ConnectionString,
        Path.GetFileName(path));

    /// <summary>Shows the kind alone: the rest may be secret.</summary>
    public override string ToString() => Kind == DatabaseKind.Sqlite ? DialectNames.Sqlite : DialectNames.Postgres;

    private static DbConnectionStringBuilder? ReadUrl(string text)
    {
        try
        {
            return PostgresUrl.TryRead(text);
        }
        catch (PostgresUrlException fault)
        {
            throw new CommandLineException(CommandLineErrors.BadUrl(fault.Problem, fault.Remedy));
        }
    }

    // "sqlite://app.db" and "sqlite:///var/app.db" are what other tools take.
    private static string SqlitePath(string text)
    {
        var path = text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;
        if (path.Length == 0)
        {
            throw new CommandLineException(CommandLineErrors.BadUrl("The SQLite URL names no file.", "Write sqlite:app.db, or sqlite::memory: for a database that lives as long as the command."));
        }

        return path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..])
            : path;
    }
}
