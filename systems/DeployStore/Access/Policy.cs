namespace DeployStore;

/// <summary>What each role may do. This table is the only place that says so.</summary>
public static class Policy
{
    private static readonly (Role Role, Right[] Rights)[] Table =
    [
        (Role.Viewer, [Right.Read]),
        (Role.Developer, [Right.Read, Right.Deploy]),
        (Role.Admin, [Right.Read, Right.Deploy, Right.ManageUsers]),
        (Role.Owner, [Right.Read, Right.Deploy, Right.ManageUsers]),
    ];

    /// <summary>Whether a role allows something.</summary>
    /// <param name="role">The role; one that is not in the table may do nothing.</param>
    /// <param name="right">What is asked for.</param>
    /// <returns>True where it may.</returns>
    public static bool Allows(Role role, Right right) =>
        Array.Exists(Table, line => line.Role == role && line.Rights.Contains(right));
}
