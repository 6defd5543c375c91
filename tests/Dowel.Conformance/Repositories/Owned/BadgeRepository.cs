using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Badges.</summary>
[Repository<Badge>]
public sealed partial class BadgeRepository;
