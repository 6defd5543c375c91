using Dowel.Data;
using Notes.Fifth;

namespace Notes.Sixth;

[Table("notes"), OwnedBy(nameof(UserId)), RowSecurity]
public sealed record Note(
    [Key, Identity] long Id,
    [Index, References<User>(OnDelete = DeleteRule.Cascade)] long UserId,
    [RenamedFrom("text")] string Body,
    [Default("3"), Check("priority between 1 and 5")] int Priority,
    [Backfill("substr(body, 1, 40)")] string Title);
