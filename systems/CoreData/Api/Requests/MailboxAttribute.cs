using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace CoreData;

/// <summary>An address that a message can be sent to, without a name around it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailboxAttribute() : ValidationAttribute("{0} must be an address such as ann@example.org.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text
        || (MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim() && !text.Trim().Any(IsStrange));

    private static bool IsStrange(char letter) => char.IsControl(letter) || char.IsWhiteSpace(letter) || "\"\\(),:;<>[]".Contains(letter, StringComparison.Ordinal);
}
