namespace Dowel.Chaos;

public sealed class SqliteRaceTests : RaceTests
{
    private protected override Arena Arena => Arena.Sqlite;

    protected override string Outside => "vacuum;";
}
