namespace Dowel.Generator;

/// <summary>Identifiers in SQL.</summary>
internal static class SqlName
{
    /// <summary>A name as both engines take it.</summary>
    /// <param name="name">The name.</param>
    public static string Quote(string name) => name;
}
