using DeployStore;
using Microsoft.AspNetCore.Authorization;

namespace SystemsHost;

/// <summary>Asks for a right in the deployment store.</summary>
/// <param name="right">The right.</param>
internal sealed class RightRequirement(Right right) : IAuthorizationRequirement
{
    /// <summary>The right.</summary>
    public Right Right => right;
}
