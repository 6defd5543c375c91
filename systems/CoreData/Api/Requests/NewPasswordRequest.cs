using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A new password, by a token from a message.</summary>
public sealed record NewPasswordRequest : IInput
{
    /// <summary>The token.</summary>
    [Required]
    public string Token { get; init; } = "";

    /// <summary>The password from now on.</summary>
    [Required, Password]
    public string NewPassword { get; init; } = "";
}
