namespace DeployStore;

/// <summary>What a user is; what that allows is in <see cref="Policy"/>.</summary>
public enum Role
{
    /// <summary>Looks on.</summary>
    Viewer,

    /// <summary>Deploys.</summary>
    Developer,

    /// <summary>Deploys and manages users.</summary>
    Admin,

    /// <summary>The same, and cannot be taken away by an admin.</summary>
    Owner,
}
