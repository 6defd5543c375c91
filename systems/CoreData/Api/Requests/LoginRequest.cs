using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>Somebody who wants to log in.</summary>
public sealed record LoginRequest : IInput
{
    /// <summary>The address, in any capitals.</summary>
    [Required, PlainText, StringLength(EmailText.CharactersMax)]
    public string Email { get; init; } = "";

    /// <summary>The password.</summary>
    [Required, StringLength(PasswordAttribute.CharactersMax)]
    public string Password { get; init; } = "";
}
