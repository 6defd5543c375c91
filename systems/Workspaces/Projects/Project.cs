using Dowel.Data;

namespace Workspaces;

/// <summary>A piece of work, with its files and the state of its agent.</summary>
/// <param name="Id">The project's id; made where it is empty.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="Name">What it is called; an owner's projects have different names.</param>
/// <param name="Description">What it is about.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
/// <param name="Revision">Counts its updates, so that the last writer does not win unseen.</param>
/// <param name="ArchivedAt">When it was put aside; null while it is worked on.</param>
[Table("projects"), OwnedBy(nameof(OwnerId)), RowSecurity, Unique(nameof(OwnerId), nameof(Name))]
public sealed record Project(
    [Key] ProjectId Id,
    [References<User>(OnDelete = DeleteRule.Cascade)] UserId OwnerId,
    [Check("name <> ''")] string Name,
    string? Description,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [Version] int Revision = 1,
    DateTimeOffset? ArchivedAt = null);
