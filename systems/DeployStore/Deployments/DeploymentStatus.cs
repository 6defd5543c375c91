namespace DeployStore;

/// <summary>How a deployment is doing.</summary>
public enum DeploymentStatus
{
    /// <summary>It waits for its turn.</summary>
    Pending,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It is done.</summary>
    Succeeded,

    /// <summary>It did not work.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}
