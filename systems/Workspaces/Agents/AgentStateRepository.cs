using Dowel.Data;

namespace Workspaces;

/// <summary>The state of agents. An upsert goes by the project.</summary>
[Repository<AgentState>(Upsert = [nameof(AgentState.ProjectId)], OrderBy = [nameof(AgentState.ProjectId)])]
public sealed partial class AgentStateRepository
{
    /// <summary>Lists the states of agents that do something, and what their projects are called.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="status">What they do.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Names and times, by name.</returns>
    [Query("""
        select p.name, a.updated_at from {agent_states} a join {projects} p on p.id = a.project_id
        where a.status = @status order by p.name
        """)]
    public partial ValueTask<IReadOnlyList<(string Name, DateTimeOffset UpdatedAt)>> WithStatusAsync(
        UserId owner, AgentStatus status, CancellationToken cancellationToken = default);
}
