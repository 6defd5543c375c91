using Dowel.Data;
using Notes.First;

namespace Notes.Second;

[Table("notes")]
public sealed record Note(
    [Key, Identity] long Id,
    [Index, References<User>(OnDelete = DeleteRule.Cascade)] long UserId,
    string Text,
    [Default("3"), Check("priority between 1 and 5")] int Priority);
