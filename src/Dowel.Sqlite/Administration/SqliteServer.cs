using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>A SQLite database as a whole: a file and what stands beside it.</summary>
public sealed class SqliteServer : IDatabaseServer
{
    /// <summary>What stands beside a file and belongs to it, by the ends of the names; the file itself is the first.</summary>
    internal static readonly string[] Companions = ["", "-wal", "-shm", "-journal", ".dowel-lock"];

    private readonly SqlitePlace _place;
    private readonly SqliteMigrationOptions _options;

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connectionString">A Microsoft.Data.Sqlite connection string.</param>
    /// <param name="options">The history table; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public SqliteServer(string connectionString, SqliteMigrationOptions? options = null) =>
        (_place, _options) = (new(connectionString), options ?? new());

    /// <inheritdoc/>
    public string DisplayName => _place.DisplayName;

    // sqlite.org, "Database File Format", 1.3.1.
    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken)
    {
        Ping(cancellationToken);
        return Task.CompletedTask;
    }

    private void Ping(CancellationToken cancellationToken)
    {
        if (_place.IsMissing)
        {
            throw new DatabaseUnavailableException(RunErrors.NoSuchDatabase(DisplayName, "there is no such file"), null);
        }

        using var connection = _place.Open();
        var result = new SqliteExecutor(connection.Handle!).Run("select count(*) from sqlite_master", [], null, cancellationToken);
        Require(result);
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(CancellationToken cancellationToken) => Task.FromResult(Create());

    private bool Create()
    {
        if (!_place.IsMissing)
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_place.File))!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException(RunErrors.Denied(DisplayName, error.Message), error);
        }

        using var connection = _place.Open();

        // An empty file is a database; a version written makes it one that other tools recognise too.
        var result = new SqliteExecutor(connection.Handle!).Run("pragma user_version = 0");
        Require(result);
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> DropAsync(CancellationToken cancellationToken)
    {
        var isThere = !_place.IsMemory && !_place.IsMissing;
        try
        {
            if (isThere && !IsDatabase(_place.File))
            {
                throw new DatabaseUnavailableException(
                    RunErrors.Damaged(DisplayName, "it does not begin as one does, so it is not deleted"), null);
            }

            foreach (var companion in isThere ? Companions : [])
            {
                File.Delete(_place.File + companion);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException(RunErrors.Denied(DisplayName, error.Message), error);
        }

        return Task.FromResult(isThere);
    }

    /// <inheritdoc/>
    public Task<IMigrationDatabase> CreateScratchAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IMigrationDatabase>(new SqliteMigrationDatabase("Data Source=:memory:", _options));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => Task.FromResult(Diagnose());

    private IReadOnlyList<Diagnosis> Diagnose()
    {
        if (_place.IsMissing)
        {
            throw new DatabaseUnavailableException(RunErrors.NoSuchDatabase(DisplayName, "there is no such file"), null);
        }

        using var connection = _place.Open();
        var engine = new SqliteExecutor(connection.Handle!);
        var soundness = engine.Ask("pragma quick_check(1)") ?? "unreadable";
        var mode = engine.Ask("pragma journal_mode") ?? "unknown";
        var isWritable = _place.IsMemory || IsWritable(engine);
        return
        [
            new("library", $"SQLite {engine.Ask("select sqlite_version()")}"),
            new("driver", $"Microsoft.Data.Sqlite {connection.GetType().Assembly.GetName().Version?.ToString(3)}"),
            new("file", _place.IsMemory ? "in memory" : Path.GetFullPath(_place.File)),
            new("soundness", soundness, soundness == "ok" ? null : "The file is damaged; restore a backup."),
            new("journal mode", mode, mode is "wal" or "memory" or "unknown" ? null : "Readers wait for writers; 'pragma journal_mode = wal' lets them go on."),
            new("writable", isWritable ? "yes" : "no", isWritable ? null : "Make the file and its folder writable, or wait for the writer that holds it."),
            new("migration lock", SqliteSideLock.ReadHolder(_place) is { } holder ? $"last held by {holder}" : "never needed"),
        ];
    }

    private void Require(SqliteResult result)
    {
        if (!result.IsOk)
        {
            throw SqliteFailures.Unavailable(result, DisplayName);
        }
    }

    // A mistyped name must not cost another file. An empty one is a database that nothing has been written to.
    private static bool IsDatabase(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[Header.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == 0 || Header.SequenceEqual(head);
    }

    // To begin is not enough: whether the journal can be made beside the file shows at the first page written.
    private static bool IsWritable(SqliteExecutor engine)
    {
        engine.SetBusyTimeout(TimeSpan.FromMilliseconds(200));
        var version = engine.Ask("pragma user_version");
        if (engine.IsReadOnly || version is null || !engine.Run("begin immediate").IsOk)
        {
            return false;
        }

        var isWritable = engine.Run($"pragma user_version = {version}").IsOk;
        return (!engine.InTransaction || engine.Run("rollback").IsOk) && isWritable;
    }
}
