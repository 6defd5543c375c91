using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The database of player engagement, at its schema; one for a process.</summary>
public interface IPlayerEngagementDbmService
{
    /// <summary>Where statements go.</summary>
    Database Database { get; }

    /// <summary>Looks whether the database answers and takes writes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer; a database that is away is an answer, not an exception.</returns>
    ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default);
}
