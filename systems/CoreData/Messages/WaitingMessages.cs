using System.Threading.Channels;

namespace CoreData;

/// <summary>Wishes for messages, so that a request's answer takes the same time whether the address is somebody's or nobody's.</summary>
public sealed class WaitingMessages
{
    /// <summary>How many wishes wait at most.</summary>
    public const int WaitingMax = 1_000;

    private readonly Channel<MessageRequest> _waiting = Channel.CreateBounded<MessageRequest>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    /// <summary>Puts a wish at the end of the line.</summary>
    /// <param name="request">The wish.</param>
    /// <returns>False where too many wait.</returns>
    public bool TryAdd(MessageRequest request) => _waiting.Writer.TryWrite(request);

    /// <summary>Takes no more wishes.</summary>
    internal void Close() => _waiting.Writer.TryComplete();

    /// <summary>Takes the wishes one by one.</summary>
    /// <returns>They come as they are made, until the queue is closed and empty.</returns>
    internal IAsyncEnumerable<MessageRequest> TakeAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);
}
