using System.Diagnostics.CodeAnalysis;
using Dowel.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Where a SQLite database is, and how the migrator opens it.</summary>
internal sealed class SqlitePlace
{
    private readonly SqliteConnectionStringBuilder _settings;

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    /// <remarks>The driver finds the native library's package by its name alone, which trimming would take for not used.</remarks>
    [DynamicDependency("Init()", "SQLitePCL.Batteries_V2", "SQLitePCLRaw.batteries_v2")]
    public SqlitePlace(string connectionString) => _settings = new(Data.ConnectionText.Check(connectionString, "Data Source=app.db")) { Pooling = false };

    /// <summary>The file, as given.</summary>
    public string File => _settings.DataSource;

    /// <summary>The database's name for people.</summary>
    public string DisplayName => IsMemory ? "SQLite database in memory" : $"SQLite database {File}";

    /// <summary>How the driver is told; without pooling.</summary>
    public string ConnectionString => _settings.ConnectionString;

    /// <summary>Whether it lives as long as its connection.</summary>
    public bool IsMemory => _settings.Mode == SqliteOpenMode.Memory || File is "" or ":memory:";

    /// <summary>Whether there is no file yet.</summary>
    public bool IsMissing => !IsMemory && !File.StartsWith("file:", StringComparison.Ordinal) && !System.IO.File.Exists(File);

    /// <summary>Opens a connection.</summary>
    /// <exception cref="DatabaseUnavailableException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            connection.Open();
            SetDefaults(new(connection.Handle!));
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            var message = error.SqliteErrorCode == raw.SQLITE_CANTOPEN
                ? Path.GetDirectoryName(Path.GetFullPath(File)) is { } folder && !Directory.Exists(folder)
                    ? $"the folder {folder} does not exist"
                    : "the file cannot be opened"
                : error.Message;
            throw new DatabaseUnavailableException(
                error.SqliteErrorCode == raw.SQLITE_CANTOPEN
                    ? RunErrors.NoSuchDatabase(DisplayName, message)
                    : RunErrors.Unusable(DisplayName, message),
                error);
        }
    }

    /// <summary>What every connection of the migrator starts with, whatever the library was built for.</summary>
    public static void SetDefaults(SqliteExecutor engine)
    {
        engine.Run("pragma foreign_keys = on");
        engine.Run("pragma recursive_triggers = off");
        engine.Run("pragma legacy_alter_table = off");
    }
}
