using Dowel.Data;

namespace CoreData;

/// <summary>What a user may be.</summary>
/// <param name="Name">The name, which is the key.</param>
/// <param name="Description">What that means.</param>
[Table("roles")]
public sealed record Role([Key] string Name, string Description);
