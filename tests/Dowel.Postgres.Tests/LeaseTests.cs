namespace Dowel.Postgres.Tests;

public sealed class LeaseTests
{
    [Theory]
    [InlineData(0.9)]
    [InlineData(90_000)]
    public void A_lease_lasts_a_second_to_a_day(double seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PostgresMigrationOptions { LeaseDuration = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public void A_lease_lasts_half_a_minute_where_nothing_else_is_said() =>
        new PostgresMigrationOptions().LeaseDuration.ShouldBe(TimeSpan.FromSeconds(30));
}
