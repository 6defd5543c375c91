using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Rows that refer to rows that refer to them.</summary>
[Repository<Team>]
public sealed partial class TeamRepository;
