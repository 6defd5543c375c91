using Dowel.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Clears away expired tokens now and then.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="clock">The time.</param>
/// <param name="options">How often.</param>
/// <param name="logger">Hears of what was done.</param>
internal sealed partial class Sweeper(MessageTokens tokens, TimeProvider clock, IOptions<CoreDataOptions> options, ILogger<Sweeper> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                LogSwept(logger, await tokens.SweepAsync(stoppingToken).ConfigureAwait(false));
            }
            catch (DatabaseException failure)
            {
                LogFailure(logger, failure);
            }
        }
    }

    [LoggerMessage(2002, LogLevel.Information, "Cleared away {Count} expired tokens.")]
    private static partial void LogSwept(ILogger logger, long count);

    [LoggerMessage(2003, LogLevel.Warning, "Expired tokens could not be cleared away; they are good for nothing all the same.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
