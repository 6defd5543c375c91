namespace Dowel.Chaos;

public sealed class PostgresKillTests : KillTests
{
    private protected override Arena Arena => Arena.Postgres;
}
