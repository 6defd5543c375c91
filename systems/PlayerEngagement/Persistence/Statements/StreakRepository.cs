using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The streaks.</summary>
[Repository<Streak>]
internal sealed partial class StreakRepository;
