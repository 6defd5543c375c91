using Dowel.Data;

namespace GameAccounts;

/// <summary>The progress of each player.</summary>
[Repository<PlayerProgression>]
public sealed partial class ProgressionRepository;
