namespace Dowel.Conformance;

public sealed class PooledLocks() : LockContract(Engine.Pooled)
{
    protected override string Outside => "create index concurrently a_id on a (id)";
}
