using Dowel.Data;

namespace CoreData;

/// <summary>A person or program that the service knows.</summary>
/// <param name="UserId">The user's number, made by the database.</param>
/// <param name="Email">Where to write to, as <see cref="EmailText.Normalize"/> leaves it; a user is found by it.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="PassHash">What the password hasher made of the password; null where none can be used.</param>
/// <param name="DisabledAt">Since when the user is locked out; null who is not.</param>
/// <param name="CreatedAt">When the user was registered.</param>
/// <param name="UpdatedAt">When this was last changed.</param>
[Table("users")]
public sealed record User(
    [Key, Identity] UserId UserId,
    string Email,
    string DisplayName,
    string? PassHash,
    DateTimeOffset? DisabledAt,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    // A hash belongs in no log.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append($"{nameof(UserId)} = {UserId.Value}, {nameof(DisplayName)} = {DisplayName}");
        return true;
    }
}
