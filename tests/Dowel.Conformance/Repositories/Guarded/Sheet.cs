using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row of whoever owns its folder, behind the server's own wall.</summary>
[Table("sheets"), OwnedThrough<Folder>(nameof(FolderId)), RowSecurity, Unique(nameof(FolderId), nameof(Path))]
public sealed record Sheet([Key, Identity] long Id, Guid FolderId, string Path, string? Text);
