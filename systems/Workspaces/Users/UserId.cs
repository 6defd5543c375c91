namespace Workspaces;

/// <summary>Who owns projects.</summary>
/// <param name="Value">The user's id.</param>
public readonly record struct UserId(Guid Value);
