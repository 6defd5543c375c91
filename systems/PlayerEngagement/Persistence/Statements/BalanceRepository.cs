using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The balances; a trigger writes them.</summary>
[Repository<XpBalance>]
internal sealed partial class BalanceRepository;
