using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>Where a file is to go.</summary>
/// <param name="From">Where it is.</param>
/// <param name="To">Where it is to be.</param>
public sealed record FileMove(
    [property: Required(AllowEmptyStrings = true), StringLength(1000, MinimumLength = 1)] string From,
    [property: Required(AllowEmptyStrings = true), StringLength(1000, MinimumLength = 1)] string To);
