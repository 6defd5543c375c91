namespace CoreData;

/// <summary>How secrets reach their users; <see cref="PickupFolder"/> unless the service registers another.</summary>
public interface IMessageSender
{
    /// <summary>Sends a message.</summary>
    /// <param name="message">The message. Its secret must reach nobody else and no log.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When it is on its way. An exception is logged, and the user may ask again.</returns>
    ValueTask SendAsync(Message message, CancellationToken cancellationToken = default);
}
