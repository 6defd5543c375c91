namespace SystemsHost;

/// <summary>The header by which a request that is sent again is known; one that is done once.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>What to say to who sent none.</summary>
    public const string Missing = "Send a UUID of your own in Idempotency-Key, and the same one again when you repeat the request.";
}
