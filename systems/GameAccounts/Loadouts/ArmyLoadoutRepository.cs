using Dowel.Data;

namespace GameAccounts;

/// <summary>One army for each player.</summary>
[Repository<ArmyLoadout>]
public sealed partial class ArmyLoadoutRepository;
