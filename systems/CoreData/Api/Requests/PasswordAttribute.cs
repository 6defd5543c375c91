using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A password that may be chosen: long enough, and not so long that hashing it is an attack.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PasswordAttribute : StringLengthAttribute
{
    /// <summary>The shortest, in characters.</summary>
    public const int CharactersMin = 12;

    /// <summary>The longest, in characters.</summary>
    public const int CharactersMax = 256;

    /// <summary>Sets the bounds.</summary>
    public PasswordAttribute()
        : base(CharactersMax)
    {
        MinimumLength = CharactersMin;
    }
}
