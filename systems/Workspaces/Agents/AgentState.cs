using Dowel.Data;

namespace Workspaces;

/// <summary>How the agent of a project stands; a project has one.</summary>
/// <param name="Id">The state's id; made where it is empty, and kept when it is written again.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Status">What the agent is doing.</param>
/// <param name="Progress">What it knows.</param>
/// <param name="UpdatedAt">When that was written.</param>
[Table("agent_states"), OwnedThrough<Project>(nameof(ProjectId)), RowSecurity]
public sealed record AgentState(
    [Key] Guid Id,
    [InsertOnly, Unique, References<Project>(OnDelete = DeleteRule.Cascade)] ProjectId ProjectId,
    [Default("'idle'")] AgentStatus Status,
    [Json(typeof(WorkspacesJson))] AgentProgress Progress,
    DateTimeOffset UpdatedAt);
