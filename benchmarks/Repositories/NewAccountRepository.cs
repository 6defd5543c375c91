using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>The table that is filled and emptied.</summary>
[Repository<NewAccount>]
public sealed partial class NewAccountRepository
{
    /// <summary>Empties it.</summary>
    [Query(Sqlite = "delete from inserted", Postgres = "truncate inserted")]
    public partial ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
