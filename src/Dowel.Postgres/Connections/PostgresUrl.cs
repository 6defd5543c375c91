using System.Data.Common;
using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL URL as libpq takes it (PostgreSQL 18 docs, 34.1.1.2).</summary>
/// <remarks>Messages repeat nothing that may be a part of a password.</remarks>
internal sealed class PostgresUrl
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private const string Special = "In a user or password, write '@' as %40, '/' as %2F, ':' as %3A, '?' as %3F and '#' as %23.";

    private static readonly string[] Known =
    [
        "host", "hostaddr", "port", "dbname", "user", "password", "passfile", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword",
        "application_name", "connect_timeout", "options", "target_session_attrs", "client_encoding", "search_path", "keepalives_idle",
    ];

    private readonly DbConnectionStringBuilder _settings = new();

    private PostgresUrl()
    {
    }

    /// <summary>The settings in the driver's words, where a text is a URL.</summary>
    /// <param name="text">What was given.</param>
    /// <returns>The settings; null where it is none.</returns>
    /// <exception cref="PostgresUrlException">The URL has a fault.</exception>
    public static DbConnectionStringBuilder? TryRead(string text) =>
        Array.Find(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? new PostgresUrl().Read(text[scheme.Length..])
            : null;

    private DbConnectionStringBuilder Read(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var head = query < 0 ? text : text[..query];
        var path = head.IndexOf('/', StringComparison.Ordinal);
        var authority = path < 0 ? head : head[..path];
        if (text.AsSpan(authority.Length).ContainsAny('@', '#'))
        {
            throw Refuse("The URL has an '@' or '#' behind its host.", Special);
        }

        ReadAuthority(authority);
        if (path >= 0 && path + 1 < head.Length)
        {
            _settings["Database"] = Decode(head[(path + 1)..]);
        }

        foreach (var pair in query < 0 ? [] : text[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            Set(sign < 0 ? pair : pair[..sign], sign < 0 ? "" : Decode(pair[(sign + 1)..]));
        }

        return !_settings.ContainsKey("Host")
            ? throw Refuse("The URL names no host.", "Write postgres://user@host/database, or postgres:///database?host=/var/run/postgresql for a Unix socket.")
            : _settings;
    }

    private void ReadAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var user = authority[..at];
            var colon = user.IndexOf(':', StringComparison.Ordinal);
            _settings["Username"] = Decode(colon < 0 ? user : user[..colon]);
            if (colon >= 0)
            {
                _settings["Password"] = Decode(user[(colon + 1)..]);
            }
        }

        var host = authority[(at + 1)..];
        if (host.Contains(',', StringComparison.Ordinal))
        {
            // Several hosts carry their ports with them; Npgsql takes the same spelling.
            _settings["Host"] = host;
            return;
        }

        var port = host.LastIndexOf(':');
        if (port > host.LastIndexOf(']'))
        {
            SetPort(host[(port + 1)..]);
            host = host[..port];
        }

        if (host.Length > 0)
        {
            _settings["Host"] = Decode(host.Trim('[', ']'));
        }
    }

    private void SetPort(string value) =>
        _settings["Port"] = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw Refuse("The port is not a number from 1 to 65535.", Special);

    private void Set(string name, string value)
    {
        if (name == "port")
        {
            SetPort(value);
            return;
        }

        _settings[Keyword(name)] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }

    private static string Keyword(string name) => name switch
    {
        "host" or "hostaddr" => "Host",
        "dbname" => "Database",
        "user" => "Username",
        "password" => "Password",
        "passfile" => "Passfile",
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "sslpassword" => "SSL Password",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        "options" => "Options",
        "target_session_attrs" => "Target Session Attributes",
        "client_encoding" => "Client Encoding",
        "search_path" => "Search Path",
        "keepalives_idle" => "Tcp Keepalive Time",
        _ => throw Refuse($"The URL's parameter '{name}' is not known.", $"{Spelling.DidYouMean(name, Known)}Parameters: {string.Join(", ", Known)}."),
    };

    private static string Decode(string value) => Uri.UnescapeDataString(value);

    private static PostgresUrlException Refuse(string problem, string remedy) => new(problem, remedy);
}
