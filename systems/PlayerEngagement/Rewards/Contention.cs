using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Repeats what met somebody else's work, from reading on.</summary>
internal static class Contention
{
    private const int AttemptsMax = 8;

    /// <summary>Tries until an attempt settles it.</summary>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="attempt">
    /// Reads, decides and writes; null where what it read had changed before it wrote. It must bear repetition even where the last
    /// attempt was kept and its answer lost: what has a correlation id does, since the next one finds it.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TransactionConflictException">Others were faster each time.</exception>
    public static async Task<TResult> SettleAsync<TResult>(Func<CancellationToken, Task<TResult?>> attempt, CancellationToken cancellationToken)
        where TResult : class
    {
        for (var made = 1; ; made++)
        {
            try
            {
                if (await attempt(cancellationToken).ConfigureAwait(false) is { } settled)
                {
                    return settled;
                }

                if (made == AttemptsMax)
                {
                    throw new TransactionConflictException(statement: null);
                }
            }
            catch (DatabaseException failure) when (made < AttemptsMax && (failure.CanRetry || failure is UniqueViolationException or CommitInDoubtException))
            {
                // Somebody else has the key by now, or the answer is lost: reading again tells.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 4 << made)), cancellationToken).ConfigureAwait(false);
        }
    }
}
