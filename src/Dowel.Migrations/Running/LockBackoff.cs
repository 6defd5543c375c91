namespace Dowel.Migrations;

/// <summary>How long to pause before a lock is asked for again.</summary>
internal static class LockBackoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The pause behind a failed try of a statement: about 0.5 s, 1 s, 2 s, …</summary>
    /// <param name="attempt">Which try failed, from 1.</param>
    public static TimeSpan Delay(int attempt) => Jitter(TimeSpan.FromSeconds(Math.Min(30, 0.5 * Math.Pow(2, attempt - 1))));

    /// <summary>The pause between two polls: a tenth of the time waited so far, 25 ms to 1 s, so that a waiter is late by a tenth at most.</summary>
    public static TimeSpan Poll(TimeSpan waited)
    {
        var pause = waited / 10;
        return Jitter(pause < Shortest ? Shortest : pause > Longest ? Longest : pause);
    }

    // Replicas that start together must not ask together.
#pragma warning disable CA5394 // Jitter is no secret.
    private static TimeSpan Jitter(TimeSpan pause) => pause * (0.75 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
}
