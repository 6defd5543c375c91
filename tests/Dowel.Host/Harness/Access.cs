namespace Dowel.HostTests;

/// <summary>For whom an endpoint is.</summary>
internal enum Access
{
    Anybody,
    User,
    Admin,
    StoreRead,
    StoreDeploy,
    StoreManageUsers,
}
