using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite;

/// <summary>The right to run scripts that do not sit in one transaction: an exclusive lock on a small database beside the file.</summary>
/// <remarks>
/// The operating system frees it when the process dies. The file stays: to delete it would let two processes lock two
/// different files of the same name.
/// </remarks>
internal sealed class SqliteSideLock : IAsyncDisposable
{
    private const string Suffix = ".dowel-lock";

    // The user version stands at byte 60 of a database's header, big-endian (sqlite.org, "Database File Format", 1.3).
    private const int UserVersionOffset = 60;

    private readonly SqliteConnection _connection;

    private SqliteSideLock(SqliteConnection connection) => _connection = connection;

    /// <summary>Asks once.</summary>
    public static SqliteSideLock? TryTake(SqlitePlace place)
    {
        var connection = new SqlitePlace(new SqliteConnectionStringBuilder { DataSource = FileOf(place) }.ConnectionString).Open();
        var engine = new SqliteExecutor(connection.Handle!);
        engine.SetBusyTimeout(TimeSpan.FromMilliseconds(1));

        // In exclusive locking mode the lock outlives the transaction that took it, so that the holder's name is in the file.
        string[] steps =
        [
            "pragma locking_mode = exclusive",
            "begin exclusive",
            string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {Environment.ProcessId}"),
            "commit",
        ];
        foreach (var step in steps)
        {
            var result = engine.Run(step);
            if (!result.IsOk)
            {
                connection.Dispose();
                return result.IsBusy ? null : throw SqliteFailures.Unavailable(result, place.DisplayName);
            }
        }

        return new(connection);
    }

    /// <summary>Names the process that holds the lock.</summary>
    public static string? ReadHolder(SqlitePlace place)
    {
        var header = new byte[UserVersionOffset + sizeof(int)];
        try
        {
            using var file = new FileStream(FileOf(place), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.ReadExactly(header);
        }
        catch (IOException)
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"process {BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionOffset))}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // Beside the file itself, as SQLite's own journals are: whoever comes by a link has to meet whoever does not.
    private static string FileOf(SqlitePlace place)
    {
        try
        {
            return (File.ResolveLinkTarget(place.File, returnFinalTarget: true)?.FullName ?? place.File) + Suffix;
        }
        catch (IOException)
        {
            return place.File + Suffix;
        }
    }
}
