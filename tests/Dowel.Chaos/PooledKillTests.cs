namespace Dowel.Chaos;

public sealed class PooledKillTests : KillTests
{
    private protected override Arena Arena => Arena.Pooled;

    // A dead owner's lease has to run out each time.
    protected override int Stride => Dice.Throws < 100 ? 9 : 1;
}
