using System.ComponentModel.DataAnnotations;
using DeployStore;

namespace SystemsHost;

/// <summary>The role that a user is to have.</summary>
/// <param name="Role">The role.</param>
public sealed record RoleBody([property: Required] Role? Role);
