namespace Dowel.Data.Tests;

public sealed class PauseTests
{
    [Fact]
    public void Pauses_grow_and_stay_bounded()
    {
        for (var attempt = 1; attempt <= 2000; attempt++)
        {
            var least = Math.Min(5 * Math.Pow(2, attempt - 1), 1000);

            var pause = TransactionOptions.PauseAfter(attempt).TotalMilliseconds;

            pause.ShouldBeInRange(least, least * 1.5);
        }
    }

    [Fact]
    public void Work_is_tried_at_least_once()
    {
        TransactionOptions.Default.AttemptsMax.ShouldBe(5);
        Should.Throw<ArgumentOutOfRangeException>(() => new TransactionOptions { AttemptsMax = 0 });
    }
}
