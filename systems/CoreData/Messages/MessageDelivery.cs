using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoreData;

/// <summary>Works off the line of messages, one after another; what waits when the service stops is still sent.</summary>
/// <param name="queue">The line.</param>
/// <param name="tokens">Makes the tokens.</param>
/// <param name="sender">Sends them.</param>
/// <param name="logger">Hears of what failed.</param>
internal sealed partial class MessageDelivery(WaitingMessages queue, MessageTokens tokens, IMessageSender sender, ILogger<MessageDelivery> logger) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in queue.TakeAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                if (await tokens.IssueAsync(request, stoppingToken).ConfigureAwait(false) is { } message)
                {
                    await sender.SendAsync(message, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, request.Purpose, failure);
            }
        }
    }

    [LoggerMessage(2001, LogLevel.Error, "A message of purpose {Purpose} could not be sent; its user can ask for another.")]
    private static partial void LogFailure(ILogger logger, TokenPurpose purpose, Exception failure);
}
