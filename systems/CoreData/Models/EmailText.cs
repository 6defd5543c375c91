namespace CoreData;

/// <summary>How an address is written down, so that one that is capitalised otherwise is the same.</summary>
public static class EmailText
{
    /// <summary>The longest address that mail takes, in characters (RFC 5321, 4.5.3.1.3: 256 with the brackets around it).</summary>
    public const int CharactersMax = 254;

    /// <summary>Writes an address in small letters, without blanks around it.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The address as it is kept and looked for.</returns>
    /// <remarks>Done here since SQLite's <c>lower</c> knows ASCII alone and PostgreSQL's depends on the database's locale.</remarks>
    public static string Normalize(string email) => email.Trim().ToLowerInvariant();
}
