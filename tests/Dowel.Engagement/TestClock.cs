namespace Dowel.Engagement;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Time { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Time;
}
