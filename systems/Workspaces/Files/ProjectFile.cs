using Dowel.Data;

namespace Workspaces;

/// <summary>A file of a project, whose owner is the project's.</summary>
/// <param name="Id">The file's id; made where it is empty, and kept when the file is written again.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Path">Where in the project it is; a project has one file at a path.</param>
/// <param name="Content">What is in it.</param>
/// <param name="CreatedAt">When it was first written.</param>
/// <param name="UpdatedAt">When it was last written.</param>
[Table("project_files"), OwnedThrough<Project>(nameof(ProjectId)), RowSecurity, Unique(nameof(ProjectId), nameof(Path))]
public sealed record ProjectFile(
    [Key] Guid Id,
    [InsertOnly, References<Project>(OnDelete = DeleteRule.Cascade)] ProjectId ProjectId,
    [Check("path <> ''")] string Path,
    string Content,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
