using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Folders, upserted by their key, which another owner's may have.</summary>
[Repository<Folder>(OrderBy = [nameof(Folder.Name)])]
public sealed partial class FolderRepository
{
    /// <summary>Two owned tables.</summary>
    [Query("select f.name, s.path from {folders} f join {sheets} s on s.folder_id = f.id order by f.name, s.path")]
    public partial ValueTask<IReadOnlyList<(string Name, string Path)>> PathsAsync(TenantId owner, CancellationToken cancellationToken = default);

    /// <summary>Rows one by one.</summary>
    [Query("select {columns} from {folders} where name like @pattern order by name")]
    public partial IAsyncEnumerable<Folder> LikeAsync(TenantId owner, string pattern, CancellationToken cancellationToken = default);

    /// <summary>An update by fragments.</summary>
    [Update(Set = "name = @name", Where = "id = @id")]
    public partial ValueTask<bool> RenameAsync(TenantId owner, Guid id, string name, CancellationToken cancellationToken = default);

    /// <summary>A statement for nobody, who has no rows.</summary>
    [Unowned("It shows that nobody has rows.")]
    [Query("select count(*) from {folders}")]
    public partial ValueTask<long> EveryAsync(CancellationToken cancellationToken = default);

    /// <summary>What the server has been told.</summary>
    [Query(Sqlite = "select 'none'", Postgres = "select coalesce(current_setting('dowel.owner', true), 'none')")]
    public partial ValueTask<string> ToldAsync(CancellationToken cancellationToken = default);
}
