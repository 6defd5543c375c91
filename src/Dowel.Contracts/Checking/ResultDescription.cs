namespace Dowel.Contracts;

/// <summary>What an engine says of a column of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type for people; empty where the engine has none.</param>
/// <param name="Fits">Whether it can be read as the contract reads it, as far as that can be told.</param>
/// <param name="MayBeNull">Whether it can be null; null where that cannot be told.</param>
internal sealed record ResultDescription(string Name, string Type, bool Fits, bool? MayBeNull)
{
    /// <summary>The table's column that it is, <c>accounts.email</c>; null for an expression.</summary>
    public string? Origin { get; init; }
}
