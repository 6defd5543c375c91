using System.ComponentModel.DataAnnotations;
using DeployStore;

namespace SystemsHost;

/// <summary>What runs under a service's name from now on.</summary>
/// <param name="DeploymentId">The deployment that it came from.</param>
/// <param name="Status">How it is.</param>
public sealed record ServiceBody([property: Required, StringLength(200, MinimumLength = 1)] string DeploymentId, ServiceStatus Status = ServiceStatus.Starting);
