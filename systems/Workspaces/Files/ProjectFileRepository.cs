using Dowel.Data;

namespace Workspaces;

/// <summary>Files. An upsert goes by project and path.</summary>
[Repository<ProjectFile>(Upsert = [nameof(ProjectFile.ProjectId), nameof(ProjectFile.Path)], OrderBy = [nameof(ProjectFile.ProjectId), nameof(ProjectFile.Path)])]
public sealed partial class ProjectFileRepository
{
    /// <summary>Lists the files of a project.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page, by path.</returns>
    [Query("select {columns} from {project_files} where project_id = @projectId", OrderBy = [nameof(ProjectFile.Path)])]
    public partial ValueTask<CursorPage<ProjectFile>> ListOfAsync(UserId owner, ProjectId projectId, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Moves a file.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="to">Where it is to be.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such file.</returns>
    /// <exception cref="UniqueViolationException">There is another file already.</exception>
    [Update(Set = "path = @to, updated_at = @updatedAt", Where = "project_id = @projectId and path = @path")]
    public partial ValueTask<bool> MoveAsync(
        UserId owner, ProjectId projectId, string path, string to, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file by its path.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such file.</returns>
    [Delete(Where = "project_id = @projectId and path = @path")]
    public partial ValueTask<bool> DeleteAtAsync(UserId owner, ProjectId projectId, string path, CancellationToken cancellationToken = default);
}
