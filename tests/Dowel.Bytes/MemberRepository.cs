using Dowel.Data;

namespace Dowel.Bytes;

[Repository<Member>]
public sealed partial class MemberRepository
{
    [Query("select {columns} from members where id <= @last order by id")]
    public partial ValueTask<IReadOnlyList<Member>> UpToAsync(long last, CancellationToken cancellationToken = default);
}
