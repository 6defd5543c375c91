namespace DeployStore;

/// <summary>What is to run, and how.</summary>
/// <param name="Image">The container image.</param>
/// <param name="Replicas">How many of it, from one.</param>
public sealed record DeploymentConfig(string Image, int Replicas = 1)
{
    /// <summary>The environment variables that it is started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ports that are open to the outside.</summary>
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];
}
