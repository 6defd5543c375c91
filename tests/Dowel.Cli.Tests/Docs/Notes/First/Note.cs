using Dowel.Data;

namespace Notes.First;

[Table("notes")]
public sealed record Note(
    [Key, Identity] long Id,
    [Index, References<User>(OnDelete = DeleteRule.Cascade)] long UserId,
    string Text);
