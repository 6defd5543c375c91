namespace Dowel.Chaos;

public sealed class PostgresRaceTests : RaceTests
{
    private protected override Arena Arena => Arena.Postgres;

    protected override string Outside => "create index concurrently log_script on log (script);";
}
