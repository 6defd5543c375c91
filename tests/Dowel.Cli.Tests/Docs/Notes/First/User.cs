using Dowel.Data;

namespace Notes.First;

[Table("users")]
public sealed record User(
    [Key, Identity] long Id,
    [Unique] string Email,
    string Name);
