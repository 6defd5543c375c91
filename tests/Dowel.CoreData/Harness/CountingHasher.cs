using CoreData;
using Microsoft.AspNetCore.Identity;

namespace Dowel.CoreDataTests;

/// <summary>The framework's hasher, with a count of what is asked of it and, unless it is said, little work.</summary>
public sealed class CountingHasher : IPasswordHasher<User>
{
    private int _hashed;
    private int _verified;

    public int Iterations { get; set; } = 500;

    public int Hashed => _hashed;

    public int Verified => _verified;

    private PasswordHasher<User> Inner => new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    public string HashPassword(User user, string password)
    {
        Interlocked.Increment(ref _hashed);
        return Inner.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _verified);
        return Inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
