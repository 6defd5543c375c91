namespace CoreData;

/// <summary>Somebody who wants to register.</summary>
/// <param name="Email">Where to write to, in any capitals.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="PassHash">What <see cref="PasswordCheck.Hash"/> made of the password.</param>
public readonly record struct NewUser(string Email, string DisplayName, string PassHash);
