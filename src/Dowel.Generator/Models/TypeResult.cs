namespace Dowel.Generator;

/// <summary>What became of a type in C#.</summary>
/// <param name="Type">How it travels; null where it cannot.</param>
/// <param name="Problem">Why it cannot.</param>
/// <param name="Detail">What the problem is about: a label, an attribute, a context.</param>
internal sealed record TypeResult(TypeModel? Type, TypeProblem Problem = TypeProblem.None, string Detail = "");
