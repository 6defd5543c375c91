using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A new password in place of the old one.</summary>
public sealed record PasswordChangeRequest : IInput
{
    /// <summary>The password until now.</summary>
    [Required, StringLength(PasswordAttribute.CharactersMax)]
    public string CurrentPassword { get; init; } = "";

    /// <summary>The password from now on.</summary>
    [Required, Password]
    public string NewPassword { get; init; } = "";
}
