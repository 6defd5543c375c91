using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A login that is to go on.</summary>
public sealed record RefreshRequest : IInput
{
    /// <summary>The refresh token.</summary>
    [Required]
    public string RefreshToken { get; init; } = "";
}
