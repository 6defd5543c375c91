namespace Dowel.Cli.Tests;

/// <summary>A clock that stands, so that goldens hold times without scrubbing; timers run as always.</summary>
internal sealed class StillClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;
}
