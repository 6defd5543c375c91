using Dowel.Data;

namespace Workspaces;

/// <summary>Projects by their names.</summary>
[Repository<Project>(OrderBy = [nameof(Project.Name)])]
public sealed partial class ProjectRepository
{
    /// <summary>Lists projects that are worked on, those with a description first.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="name">Part of the name, letter for letter; null for all.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page, by description and name.</returns>
    [Query(
        Sqlite = "select {columns} from {projects} where archived_at is null {? and instr(name, @name) > 0 }",
        Postgres = "select {columns} from {projects} where archived_at is null {? and strpos(name, @name) > 0 }",
        OrderBy = [nameof(Project.Description), nameof(Project.Name)])]
    public partial ValueTask<CursorPage<Project>> SearchAsync(UserId owner, string? name, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Puts a project aside, or takes it up again.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="id">The project.</param>
    /// <param name="archivedAt">When; null to take it up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the owner has no such project.</returns>
    [Update(Set = "archived_at = @archivedAt", Where = "id = @id")]
    public partial ValueTask<bool> ArchiveAsync(UserId owner, ProjectId id, DateTimeOffset? archivedAt, CancellationToken cancellationToken = default);
}
