using System.ComponentModel.DataAnnotations;
using DeployStore;

namespace SystemsHost;

/// <summary>How a service was found to be.</summary>
/// <param name="Status">How it is.</param>
public sealed record ServiceState([property: Required] ServiceStatus? Status);
