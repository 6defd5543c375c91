namespace Workspaces;

/// <summary>Names a project.</summary>
/// <param name="Value">The project's id.</param>
public readonly record struct ProjectId(Guid Value);
