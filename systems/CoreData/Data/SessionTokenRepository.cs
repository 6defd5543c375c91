using Dowel.Data;

namespace CoreData;

/// <summary>Which token belongs to which login.</summary>
[Repository<SessionToken>]
public sealed partial class SessionTokenRepository;
