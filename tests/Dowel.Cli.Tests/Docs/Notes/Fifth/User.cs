using Dowel.Data;

namespace Notes.Fifth;

[Table("users")]
public sealed record User(
    [Key, Identity] long Id,
    [Unique] string Email);
