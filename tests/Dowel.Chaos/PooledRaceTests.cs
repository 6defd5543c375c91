namespace Dowel.Chaos;

public sealed class PooledRaceTests : RaceTests
{
    private protected override Arena Arena => Arena.Pooled;

    protected override string Outside => "create index concurrently log_script on log (script);";
}
