namespace Dowel.Migrations;

/// <summary>What to do on a database that another tool has migrated and Dowel has not.</summary>
public enum ForeignHistoryPolicy
{
    /// <summary>Refuse to run anything, since the scripts may be the very ones that the other tool has run.</summary>
    Refuse,

    /// <summary>Do not look for other tools.</summary>
    Ignore,
}
