namespace Dowel.Migrations;

/// <summary>A database as a whole: whether it is there, and how it is made and taken away. One for each engine.</summary>
public interface IDatabaseServer
{
    /// <summary>The database's name for people, without secrets.</summary>
    string DisplayName { get; }

    /// <summary>Asks the database for a sign of life.</summary>
    /// <exception cref="DatabaseUnavailableException">It does not answer, refuses, or is not there.</exception>
    Task PingAsync(CancellationToken cancellationToken);

    /// <summary>Makes the database.</summary>
    /// <returns>False where it was there already; then nothing was changed.</returns>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    Task<bool> CreateAsync(CancellationToken cancellationToken);

    /// <summary>Takes the database away with everything in it.</summary>
    /// <returns>False where it was not there.</returns>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    Task<bool> DropAsync(CancellationToken cancellationToken);

    /// <summary>Makes an empty database beside this one, on the same server, that is gone when it is disposed.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    Task<IMigrationDatabase> CreateScratchAsync(CancellationToken cancellationToken);

    /// <summary>Looks at versions, settings, permissions, locks and poolers; changes nothing.</summary>
    Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken);
}
