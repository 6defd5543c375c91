using Dowel.Data;

namespace DeployStore;

/// <summary>A service that runs, and where it came from.</summary>
/// <param name="Name">The service.</param>
/// <param name="Status">How it is.</param>
/// <param name="Id">The deployment that it came from.</param>
/// <param name="CreatedBy">Who asked for that.</param>
/// <param name="CreatedAt">When.</param>
public sealed record LiveService(string Name, ServiceStatus Status, string Id, string CreatedBy, [UnixSeconds] DateTimeOffset CreatedAt);
