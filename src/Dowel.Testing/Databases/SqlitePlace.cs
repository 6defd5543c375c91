using Dowel.Data;
using Dowel.Sqlite;

namespace Dowel.Testing;

/// <summary>A SQLite file in a folder of its own, since the engine puts other files beside it.</summary>
internal sealed class SqlitePlace : TestPlace
{
    private readonly string _folder;

    private SqlitePlace(string folder)
    {
        _folder = folder;
        ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}";
    }

    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <summary>Copies a file.</summary>
    public static SqlitePlace Copy(string template)
    {
        var folder = Directory.CreateTempSubdirectory("dowel-test-").FullName;
        File.Copy(template, Path.Combine(folder, "test.db"));
        return new(folder);
    }

    /// <inheritdoc/>
    public override Database Open() => SqliteDatabase.Open(ConnectionString);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a file that somebody still has open, as a pool of the driver's; the temporary folder is its place then.
        }

        return default;
    }
}
