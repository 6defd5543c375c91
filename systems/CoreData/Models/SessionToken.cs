using Dowel.Data;

namespace CoreData;

/// <summary>A token that belongs to a login.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="SessionId">The login.</param>
[Table("session_tokens")]
public sealed record SessionToken([Key] long TokenId, SessionId SessionId);
