namespace CoreData;

/// <summary>The roles that every database has.</summary>
public static class RoleNames
{
    /// <summary>May do everything, and gives roles to others.</summary>
    public const string Admin = "admin";

    /// <summary>May read and change content.</summary>
    public const string Editor = "editor";

    /// <summary>May read content.</summary>
    public const string Viewer = "viewer";
}
