using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.Peers;

/// <summary>Databases as the node world names them: by URL.</summary>
internal static class PeerUrls
{
    /// <summary>A PostgreSQL database as both dbmate and node-postgres understand it, over TCP or in a socket's folder.</summary>
    public static string OfPostgres(string connectionString)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        var user = Uri.EscapeDataString(place.Username ?? "");
        var secret = place.Password is { Length: > 0 } password ? ":" + Uri.EscapeDataString(password) : "";
        var isSocket = place.Host!.StartsWith('/');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"postgres://{user}{secret}@{(isSocket ? "localhost" : place.Host)}:{place.Port}/{place.Database}?sslmode=disable{(isSocket ? "&host=" + place.Host : "")}");
    }

    /// <summary>A SQLite file as dbmate names it.</summary>
    public static string OfSqlite(string connectionString) => "sqlite:" + File(connectionString);

    /// <summary>A SQLite file as libsql names it.</summary>
    public static string OfLibsql(string connectionString) => "file:" + File(connectionString);

    private static string File(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;
}
