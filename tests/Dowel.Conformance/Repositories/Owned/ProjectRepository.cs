using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Projects, with a query of every kind.</summary>
[Repository<Project>(OrderBy = ["-" + nameof(Project.Note), nameof(Project.Name)])]
public sealed partial class ProjectRepository
{
    /// <summary>One row or none.</summary>
    [Query("select {columns} from {projects} where id = @id")]
    public partial ValueTask<Project?> OneAsync(TenantId owner, Guid id, CancellationToken cancellationToken = default);

    /// <summary>One value.</summary>
    [Query("select count(*) from {projects} where id in (@ids)")]
    public partial ValueTask<long> AmongAsync(TenantId owner, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);

    /// <summary>All rows, with a name for the table.</summary>
    [Query("select {columns:p} from {projects} p order by p.name")]
    public partial ValueTask<List<Project>> AllAsync(TenantId owner, CancellationToken cancellationToken = default);

    /// <summary>Rows one by one.</summary>
    [Query(Sqlite = "select {columns} from {projects} as p order by name", Postgres = "select {columns} from {projects} as p order by name")]
    public partial IAsyncEnumerable<Project> EachAsync(TenantId owner, CancellationToken cancellationToken = default);

    /// <summary>A page.</summary>
    [Query("select {columns} from {projects} where 1 = 0 or 1 = 1 {? or name = @name } order by name")]
    public partial ValueTask<Page<Project>> PagedAsync(TenantId owner, string? name, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>A page by cursor.</summary>
    [Query("select {columns} from {projects}", OrderBy = [nameof(Project.Name)])]
    public partial ValueTask<CursorPage<Project>> FollowedAsync(TenantId owner, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Two owned tables, of which one is owned through the other, and a third in a part that may be left out.</summary>
    [Query("select p.name, r.tag from {projects} p cross join {releases} r {? where exists (select 1 from {artifacts} where artifacts.path = @path) } order by p.name, r.tag")]
    public partial ValueTask<IReadOnlyList<(string Name, string Tag)>> PairsAsync(TenantId owner, string? path, CancellationToken cancellationToken = default);

    /// <summary>A query of its own, a union and a subquery.</summary>
    [Query("with mine as (select name from {projects}) select name from mine union all select tag as name from {releases} where project_id in (select id from {projects}) order by name")]
    public partial ValueTask<IReadOnlyList<string>> WordsAsync(TenantId owner, CancellationToken cancellationToken = default);

    /// <summary>What only looks like a table in braces.</summary>
    [Query("select '{projects}' as name /* {projects} */ from {projects} order by name limit 1")]
    public partial ValueTask<string?> QuotedAsync(TenantId owner, CancellationToken cancellationToken = default);

    /// <summary>An update by fragments.</summary>
    [Update(Set = "note = @note, revision = revision + (select count(*) from {releases})", Where = "1 = 1 or id = @id")]
    public partial ValueTask<long> NoteAsync(TenantId owner, Guid id, string? note, CancellationToken cancellationToken = default);

    /// <summary>A delete by fragments.</summary>
    [Delete(Where = "id = @id or name like '%'")]
    public partial ValueTask<bool> ClearAsync(TenantId owner, Guid id, CancellationToken cancellationToken = default);

    /// <summary>The way past owners.</summary>
    [Unowned("An operator counts what there is.")]
    [Query("select count(*) from {projects} p join releases r on r.project_id = p.id")]
    public partial ValueTask<long> EveryAsync(CancellationToken cancellationToken = default);

    /// <summary>A write past owners.</summary>
    [Unowned("An operator gives a project away.")]
    [Query("update {projects} set tenant_id = @to where projects.id = @id")]
    public partial ValueTask<bool> GiveAsync(Guid id, TenantId to, CancellationToken cancellationToken = default);

    /// <summary>A write past owners by fragments.</summary>
    [Unowned("An operator takes notes away.")]
    [Update(Set = "note = null", Where = "note = @note")]
    public partial ValueTask<long> ForgetAsync(string note, CancellationToken cancellationToken = default);
}
