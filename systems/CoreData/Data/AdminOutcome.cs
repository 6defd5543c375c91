namespace CoreData;

/// <summary>What became of an admin's wish.</summary>
public enum AdminOutcome
{
    /// <summary>It is so, or was before.</summary>
    Done,

    /// <summary>There is no such user.</summary>
    NoSuchUser,

    /// <summary>There is no such role.</summary>
    NoSuchRole,

    /// <summary>Nobody would be left who is an admin and may log in.</summary>
    LastAdmin,
}
