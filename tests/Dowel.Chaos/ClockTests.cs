using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>A clock that is set back.</summary>
public sealed class ClockTests
{
    [Fact]
    public Task On_PostgreSQL_the_order_of_scripts_does_not_depend_on_the_clock() => RunAsync(Arena.Postgres);

    [Fact]
    public Task On_SQLite_the_order_of_scripts_does_not_depend_on_the_clock() => RunAsync(Arena.Sqlite);

    private static async Task RunAsync(Arena arena)
    {
        await using var database = await arena.Engine.CreateAsync();
        var clock = new BackwardClock();

        await arena.UpAsync(database, options: new() { Clock = clock, Target = MigrationVersion.Parse("5") });
        await arena.UpAsync(database, options: new() { Clock = clock, Target = MigrationVersion.Parse("9") });
        await arena.UpAsync(database, options: new() { Clock = clock });

        (await arena.DifferenceAsync(database)).ShouldBe("");
        var times = await database.QueryAsync(
            "select count(*) from schema_history a join schema_history b on b.rank = a.rank + 1 where b.applied_at >= a.applied_at");
        times.ShouldBe("0");
    }

    /// <summary>Loses a day with each look at it.</summary>
    private sealed class BackwardClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now -= TimeSpan.FromDays(1);
    }
}
