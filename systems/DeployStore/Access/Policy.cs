namespace DeployStore;

/// <summary>What each role may do. This table is the only place that says so.</summary>
public static class Policy
{
    private static readonly (Role Role, Permission[] Permissions)[] Table =
    [
        (Role.Viewer, [Permission.Read]),
        (Role.Developer, [Permission.Read, Permission.Deploy]),
        (Role.Admin, [Permission.Read, Permission.Deploy, Permission.ManageUsers]),
        (Role.Owner, [Permission.Read, Permission.Deploy, Permission.ManageUsers]),
    ];

    /// <summary>Whether a role allows something.</summary>
    /// <param name="role">The role; one that is not in the table may do nothing.</param>
    /// <param name="permission">What is asked for.</param>
    /// <returns>True where it may.</returns>
    public static bool Allows(Role role, Permission permission) =>
        Array.Exists(Table, line => line.Role == role && line.Permissions.Contains(permission));
}
