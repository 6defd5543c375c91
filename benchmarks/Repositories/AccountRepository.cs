using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>The accounts, as any service has them.</summary>
[Repository<Account>]
public sealed partial class AccountRepository
{
    /// <summary>Lists the first accounts.</summary>
    [Query("select {columns} from accounts order by user_id limit @limit")]
    public partial ValueTask<IReadOnlyList<Account>> FirstAsync(int limit, CancellationToken cancellationToken = default);
}
