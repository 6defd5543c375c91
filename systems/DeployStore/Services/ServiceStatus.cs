namespace DeployStore;

/// <summary>How a running service is.</summary>
public enum ServiceStatus
{
    /// <summary>It is coming up.</summary>
    Starting,

    /// <summary>It answers.</summary>
    Healthy,

    /// <summary>It does not.</summary>
    Unhealthy,
}
