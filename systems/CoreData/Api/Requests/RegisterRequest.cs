using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>Somebody who wants to register.</summary>
public sealed record RegisterRequest : IInput
{
    /// <summary>Where to write to.</summary>
    [Required, Mailbox, StringLength(EmailText.CharactersMax)]
    public string Email { get; init; } = "";

    /// <summary>What to call the user.</summary>
    [Required, PlainText, StringLength(100)]
    public string DisplayName { get; init; } = "";

    /// <summary>The password.</summary>
    [Required, Password]
    public string Password { get; init; } = "";
}
