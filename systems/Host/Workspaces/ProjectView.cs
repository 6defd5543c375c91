using Workspaces;

namespace SystemsHost;

/// <summary>A project as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Revision">Counts its changes; the same as the answer's <c>ETag</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
/// <param name="ArchivedAt">When it was put aside; null while it is worked on.</param>
internal sealed record ProjectView(
    Guid Id, string Name, string? Description, int Revision, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ArchivedAt)
{
    /// <summary>Shows a project.</summary>
    /// <param name="project">The project.</param>
    /// <returns>What its owner sees.</returns>
    public static ProjectView Of(Project project) => new(
        project.Id.Value, project.Name, project.Description, project.Revision, project.CreatedAt, project.UpdatedAt, project.ArchivedAt);
}
