namespace Dowel.Schema;

/// <summary>A type whose values are labels.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Labels">The labels in their order.</param>
internal sealed record EnumModel(ObjectKey Key, IReadOnlyList<string> Labels) : ObjectModel(Key);
