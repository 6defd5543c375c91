using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>What one of the server's numbers means.</summary>
/// <param name="Key">The object.</param>
/// <param name="Target">What it is called in <c>comment on</c>; null where it has no remark.</param>
/// <param name="About">What remarks and rights call it.</param>
internal sealed record PostgresIdentity(ObjectKey Key, string? Target, string About);
