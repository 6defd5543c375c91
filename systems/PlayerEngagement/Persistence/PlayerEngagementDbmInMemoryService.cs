using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.Options;

namespace PlayerEngagement;

/// <summary>Player engagement on a SQLite database that is this service's own, and gone with it: a real database in place of a stub.</summary>
/// <remarks>
/// It is a file in a folder of its own below the system's folder for temporary files, since migrations and repositories have connections of their own and
/// readers run beside the writer there as they do in any other file. A process that is killed leaves it to the system.
/// </remarks>
public sealed class PlayerEngagementDbmInMemoryService : IPlayerEngagementDbmService, IAsyncDisposable, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("player-engagement-");
    private readonly PlayerEngagementDbmService _service;

    /// <summary>Makes the database.</summary>
    /// <param name="options">Further migrations; provider, connection string and schema are not looked at.</param>
    /// <exception cref="DowelException">The schema cannot be made.</exception>
    public PlayerEngagementDbmInMemoryService(IOptions<PlayerEngagementDbmOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _service = new(Options.Create(new PlayerEngagementDbmOptions
        {
            Provider = PlayerEngagementDbmProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "xp.db")};Pooling=False",
            MigrationAssemblies = options.Value.MigrationAssemblies,
        }));
    }

    /// <inheritdoc/>
    public Database Database => _service.Database;

    /// <inheritdoc/>
    public ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => _service.CheckHealthAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync().ConfigureAwait(false);
        Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _service.Dispose();
        Clear();
    }

    // Whoever disposes twice finds the folder gone.
    private void Clear()
    {
        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
