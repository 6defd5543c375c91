using System.ComponentModel.DataAnnotations;
using DeployStore;

namespace SystemsHost;

/// <summary>Somebody who is to use the deployment store.</summary>
/// <param name="Id">The user's id, as the service's own account tells it.</param>
/// <param name="Email">Who it is.</param>
/// <param name="Role">What they may do.</param>
public sealed record StoreUserBody(
    [property: Required, StringLength(100, MinimumLength = 1)] string Id,
    [property: Required, EmailAddress, StringLength(320)] string Email,
    Role Role = Role.Viewer);
