using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Releases, upserted by their tag unless the new one is smaller.</summary>
[Repository<Release>(Upsert = [nameof(Release.Tag)], UpsertWhere = "excluded.size >= releases.size", OrderBy = ["-" + nameof(Release.Size)])]
public sealed partial class ReleaseRepository
{
    /// <summary>Raises sizes.</summary>
    [Update(Set = "size = size + @by {?, tag = @tag }", Where = "id = @id or size < @by")]
    public partial ValueTask<int> GrowAsync(TenantId owner, long id, int by, string? tag, CancellationToken cancellationToken = default);

    /// <summary>Forgets what is small.</summary>
    [Delete(Where = "size < @size or size = @size")]
    public partial ValueTask<long> DropAsync(TenantId owner, int size, CancellationToken cancellationToken = default);
}
