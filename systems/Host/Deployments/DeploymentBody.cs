using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>What is to be deployed.</summary>
/// <param name="Name">The service that it is of.</param>
/// <param name="Image">The container image.</param>
/// <param name="Replicas">How many of it.</param>
/// <param name="Environment">The environment variables that it is started with.</param>
/// <param name="Ports">The ports that are open to the outside.</param>
public sealed record DeploymentBody(
    [property: Required, StringLength(200, MinimumLength = 1)] string Name,
    [property: Required, StringLength(500, MinimumLength = 1)] string Image,
    [property: Range(1, 1000)] int Replicas = 1,
    [property: MaxLength(200)] IReadOnlyDictionary<string, string>? Environment = null,
    [property: MaxLength(200)] IReadOnlyList<PortBody>? Ports = null);
