using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A wish for a message with a token for a new password.</summary>
public sealed record PasswordResetRequest : IInput
{
    /// <summary>The address, in any capitals.</summary>
    [Required, Mailbox, StringLength(EmailText.CharactersMax)]
    public string Email { get; init; } = "";
}
