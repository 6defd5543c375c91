using Dowel.Data;
using Notes.First;

namespace Notes.Fourth;

[Table("notes")]
public sealed record Note(
    [Key, Identity] long Id,
    [Index, References<User>(OnDelete = DeleteRule.Cascade)] long UserId,
    [RenamedFrom("text")] string Body,
    [Default("3"), Check("priority between 1 and 5")] int Priority,
    [Backfill("substr(body, 1, 40)")] string Title);
