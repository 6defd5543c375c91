using Dowel.Data;
using Dowel.Migrations;

namespace Dowel.Testing;

/// <summary>A migrated database of a test's own, which is gone when it is disposed of.</summary>
/// <remarks>
/// The scripts run once: their result is kept as a template under a checksum of them all, for this process and those that come later, and each
/// test gets a copy. Any framework that awaits can use it, from any number of threads.
/// </remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly TestPlace _place;
    private Database? _database;

    private TestDatabase(TestPlace place) => _place = place;

    /// <summary>The engine.</summary>
    public DatabaseEngine Engine => _place.Engine;

    /// <summary>How the driver connects.</summary>
    public string ConnectionString => _place.ConnectionString;

    /// <summary>The database as repositories use it, opened when it is first asked for; it goes with this object.</summary>
    public Database Database
    {
        get
        {
            lock (_lock)
            {
                return _database ??= _place.Open();
            }
        }
    }

    /// <summary>Makes a database.</summary>
    /// <param name="engine">SQLite in a file of its own, or PostgreSQL.</param>
    /// <param name="scripts">The scripts: an <see cref="AssemblySource"/> or a <see cref="FolderSource"/>.</param>
    /// <param name="options">How they are applied; null for the defaults.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <returns>The database, with all scripts applied.</returns>
    /// <remarks>
    /// A PostgreSQL server is the one that the variable <c>DOWEL_TEST_POSTGRES</c> names, as a URL or a connection string; else a private one of
    /// programs that are installed here; else a container. The latter two end with the process, however that ends.
    /// </remarks>
    /// <exception cref="DowelException">There is no server, or the scripts cannot be applied.</exception>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseEngine engine, IScriptSource scripts, TestDatabaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= TestDatabaseOptions.Default;
        TestPlace place = engine == DatabaseEngine.Sqlite
            ? await SqliteTemplates.CopyAsync(TestScripts.Load(scripts, DatabaseEngine.Sqlite, options)).WaitAsync(cancellationToken).ConfigureAwait(false)
            : await PostgresHost.CopyAsync(TestScripts.Load(scripts, DatabaseEngine.Postgres, options), cancellationToken).ConfigureAwait(false);
        return new(place);
    }

    /// <summary>Closes the database and takes it away, whoever still uses it.</summary>
    /// <returns>When it is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_database is { } database)
        {
            await database.DisposeAsync().ConfigureAwait(false);
        }

        await _place.DisposeAsync().ConfigureAwait(false);
    }
}
