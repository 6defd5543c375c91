namespace Dowel.Chaos;

public sealed class PooledCutTests : CutTests
{
    private protected override Arena Arena => Arena.Pooled;
}
