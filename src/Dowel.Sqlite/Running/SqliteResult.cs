namespace Dowel.Sqlite;

/// <summary>What became of one statement.</summary>
/// <param name="Code">The extended result code, 0 where all is well.</param>
/// <param name="Message">The engine's message; empty where all is well.</param>
internal readonly record struct SqliteResult(int Code, string Message)
{
    /// <summary>All is well.</summary>
    public static SqliteResult Ok => new(0, "");

    /// <summary>Whether the statement did its work.</summary>
    public bool IsOk => Code == 0;

    /// <summary>The primary result code: the lowest eight bits.</summary>
    public int Primary => Code & 0xff;

    /// <summary>Whether another connection holds a lock that is needed.</summary>
    public bool IsBusy => Primary is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
}
