using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A token from a message, which shows that the address is read.</summary>
public sealed record EmailVerificationRequest : IInput
{
    /// <summary>The token.</summary>
    [Required]
    public string Token { get; init; } = "";
}
