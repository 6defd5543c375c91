namespace Workspaces;

/// <summary>What an agent is doing.</summary>
public enum AgentStatus
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>It works.</summary>
    Running,

    /// <summary>It waits for its user.</summary>
    Waiting,

    /// <summary>It has given up.</summary>
    Failed,
}
