using Dowel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Lock = System.Threading.Lock;

namespace Dowel.Sqlite;

/// <summary>Where a database is, and how its connections are opened.</summary>
/// <param name="connectionString">The driver's connection string.</param>
/// <param name="options">Limits.</param>
internal sealed class SqliteFile(string connectionString, SqliteDatabaseOptions options)
{
    // Once for each connection. A log beside the file lets others read while one writes, and with it `normal` loses no committed
    // transaction when the process dies and none half when the machine does.
    private const string LogBesideFile = "pragma journal_mode = wal";
    private static readonly string[] Settings =
        ["pragma synchronous = normal", "pragma foreign_keys = on", "pragma temp_store = memory", "pragma schema_version"];

    private readonly Lock _gate = new();
    private readonly SqlitePlace _place = new(connectionString);

    /// <summary>The database's name for people.</summary>
    public string DisplayName => _place.DisplayName;

    /// <summary>The file, as given.</summary>
    public string Name => IsMemory ? ":memory:" : _place.File;

    /// <summary>Whether it lives as long as its connection.</summary>
    public bool IsMemory => _place.IsMemory
        || (_place.File.StartsWith("file:", StringComparison.Ordinal)
            && (_place.File.Contains(":memory:", StringComparison.Ordinal) || _place.File.Contains("mode=memory", StringComparison.Ordinal)));

    /// <summary>Opens the connection that writes.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened.</exception>
    public SqliteLink OpenWriter() => Open(Settings);

    /// <summary>Opens a connection that reads.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened.</exception>
    public SqliteLink OpenReader() => Open([.. Settings, "pragma query_only = on"]);

    // One after another, so that the first alone makes the file and its log.
    private SqliteLink Open(string[] settings)
    {
        lock (_gate)
        {
            return OpenAlone(IsMemory ? settings : [LogBesideFile, .. settings]);
        }
    }

    private SqliteLink OpenAlone(string[] settings)
    {
        var connection = new SqliteDriverConnection(_place.ConnectionString);
        try
        {
            connection.Open();
            var handle = connection.Handle!;
            raw.sqlite3_busy_timeout(handle, (int)Math.Min(options.LockTimeout.TotalMilliseconds, int.MaxValue));
            foreach (var setting in settings)
            {
                Set(handle, setting);
            }

            // From here on waiting is done without holding a thread.
            raw.sqlite3_busy_timeout(handle, 0);
            return new(connection, options);
        }
        catch (SqliteException error)
        {
            connection.Shut();
            throw new DatabaseUnavailableException(DisplayName, error.Message, error);
        }
    }

    private static void Set(sqlite3 handle, string setting)
    {
        var code = raw.sqlite3_exec(handle, setting);

        // A file that cannot be written keeps the journal it has.
        if (code != raw.SQLITE_OK && !(setting == LogBesideFile && raw.sqlite3_db_readonly(handle, "main") == 1))
        {
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), SqliteErrors.Primary(code), raw.sqlite3_extended_errcode(handle));
        }
    }
}
