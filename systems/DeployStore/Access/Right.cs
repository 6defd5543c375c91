namespace DeployStore;

/// <summary>Something that a role may allow.</summary>
public enum Right
{
    /// <summary>See deployments and services.</summary>
    Read,

    /// <summary>Deploy, cancel, stop a service, and delete what is over.</summary>
    Deploy,

    /// <summary>See, add, change and delete users.</summary>
    ManageUsers,
}
