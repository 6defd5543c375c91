using Dowel.Migrations;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite;

/// <summary>SQLite databases as targets of a fan-out: the files of a pattern.</summary>
public static class SqliteTargets
{
    /// <summary>Finds the files that a pattern names, in ordinal order of their paths.</summary>
    /// <param name="pattern">
    /// A path whose parts may hold <c>*</c> (any letters), <c>?</c> (one letter) and <c>**</c> (folders to any depth, as a part of its
    /// own). A name that begins with a dot has to be named with it.
    /// </param>
    /// <param name="options">The history table; null for the defaults.</param>
    /// <returns>A target for each file, named by its path as the pattern begins; what SQLite keeps beside a database is none.</returns>
    /// <remarks>Whether a file is a database shows when it is opened: one that is none is a target that fails. A file that is gone by then is not made again.</remarks>
    public static IReadOnlyList<MigrationTarget> Load(string pattern, SqliteMigrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return [.. new FilePattern(pattern).Find().Where(IsMain).Select(file => new MigrationTarget(file, () => Open(file, options)))];
    }

    private static bool IsMain(string file) =>
        !SqliteServer.Companions.Any(companion => companion.Length > 0 && file.EndsWith(companion, StringComparison.Ordinal));

    private static SqliteMigrationDatabase Open(string file, SqliteMigrationOptions? options) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite }.ConnectionString, options);
}
