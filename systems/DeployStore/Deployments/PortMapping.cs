namespace DeployStore;

/// <summary>A port that is open to the outside.</summary>
/// <param name="Outside">The server's port, 1 to 65535.</param>
/// <param name="Inside">The container's port, 1 to 65535.</param>
public sealed record PortMapping(int Outside, int Inside);
