namespace Dowel.Contracts;

/// <summary>What an engine says of a parameter.</summary>
/// <param name="IsUsed">Whether the statement mentions it.</param>
/// <param name="Type">The type that the engine would have it be; null where it does not care.</param>
/// <param name="Fits">Whether each value that the contract sends is one of that type.</param>
internal readonly record struct ParameterDescription(bool IsUsed, string? Type = null, bool Fits = true);
