using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>What a player says of themselves.</summary>
/// <param name="RewardTz">The IANA zone in which reward days begin and end.</param>
public sealed record PlayerBody([property: Required, StringLength(100, MinimumLength = 1)] string RewardTz);
