namespace Dowel.Chaos;

public sealed class SqliteKillTests : KillTests
{
    private protected override Arena Arena => Arena.Sqlite;
}
