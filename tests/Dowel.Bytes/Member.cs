using Dowel.Data;

namespace Dowel.Bytes;

/// <summary>A row of numbers, whose record is all that reading it has to allocate.</summary>
[Table("members")]
public sealed record Member([Key] long Id, long Level, double Score, bool IsActive, long? InvitedBy);
