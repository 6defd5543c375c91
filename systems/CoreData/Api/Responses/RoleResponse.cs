namespace CoreData;

/// <summary>A role.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
public sealed record RoleResponse(string Name, string Description);
